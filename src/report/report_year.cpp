#include "report/report_year.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"

namespace gk::report {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A circle, a letter or the character for nought stand for 〇 in print.
constexpr std::array<std::string_view, 10> han_digits = {"〇", "一", "二", "三", "四",
                                                         "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 5> han_noughts = {"○", "零", "O", "o", "Ο"};

// The digit at this place, arabic or Han, and its bytes.
std::pair<int, std::size_t> digit_at(std::string_view text, std::size_t at) {
    if (at < text.size() && is_digit(text[at])) {
        return {text[at] - '0', 1};
    }
    for (std::size_t i = 0; i < han_digits.size(); ++i) {
        if (text.substr(at).starts_with(han_digits[i])) {
            return {static_cast<int>(i), han_digits[i].size()};
        }
    }
    for (const auto nought : han_noughts) {
        if (text.substr(at).starts_with(nought)) {
            return {0, nought.size()};
        }
    }
    return {0, 0};
}

std::optional<FoundYear> year_at(std::string_view text, std::size_t at) {
    constexpr int digits = 4;
    int year = 0;
    auto end = at;
    for (int i = 0; i < digits; ++i) {
        const auto [digit, size] = digit_at(text, end);
        if (size == 0) {
            return std::nullopt;
        }
        year = year * 10 + digit;
        end += size;
    }
    constexpr int first = 2008;
    constexpr int last = 2099;
    if (year < first || year > last || digit_at(text, end).second > 0) {
        return std::nullopt;
    }
    for (const std::string_view word : {"年", "度"}) {
        if (text.substr(end).starts_with(word)) {
            end += word.size();
        }
    }
    return FoundYear{year, at, end - at};
}

}  // namespace

std::string squeezed(std::string_view utf8) {
    std::string result;
    while (!utf8.empty()) {
        auto c = text::take(utf8);
        if (text::is_space(c) || c == U'《' || c == U'》' || c == U'“' || c == U'”') {
            continue;
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            c -= 0xFEE0;
        }
        text::append(result, c);
    }
    return result;
}

std::optional<FoundYear> find_year(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && is_digit(text[at - 1])) {
            continue;
        }
        if (const auto year = year_at(text, at)) {
            return year;
        }
    }
    return std::nullopt;
}

std::optional<int> year_of_period(std::string_view line) {
    const auto text = squeezed(line);
    const auto day = text.find("年1月1日");
    constexpr std::size_t digits = 4;
    if (day == text.npos || day < digits) {
        return std::nullopt;
    }
    const auto year = year_at(text, day - digits);
    return year ? std::optional(year->year) : std::nullopt;
}

bool is_date_line(std::string_view text) {
    constexpr std::size_t bytes_max = 45;
    const auto year = find_year(text);
    return text.size() <= bytes_max && year && year->at == 0 && text.find("月") != text.npos &&
           text.ends_with("日");
}

}  // namespace gk::report
