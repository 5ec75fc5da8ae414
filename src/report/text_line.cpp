#include "report/text_line.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace gk::report {

namespace {

// Longer words, longer lines, and lines with a full stop, are running text. Spaces do not count:
// pages keep cells apart by any number of them.
constexpr std::size_t label_bytes_max = 200;
constexpr std::size_t line_bytes_max = 600;  // Fifteen heads beside each other.
constexpr std::string_view full_stop = "。";

// "├───┼───┤"
bool is_drawn_rule(std::string_view text) {
    bool has_corner = false;
    while (!text.empty()) {
        const auto c = text::take(text);
        const bool is_corner = c >= 0x250C && c <= 0x256C;
        if (!is_corner && c != 0x2500 && c != 0x2501 && !text::is_space(c)) {
            return false;
        }
        has_corner = has_corner || is_corner;
    }
    return has_corner;
}

}  // namespace

bool is_prose(std::string_view text) {
    if (text.find(full_stop) != std::string_view::npos) {
        return true;
    }
    if (text.size() <= label_bytes_max) {
        return false;
    }
    std::size_t line = 0;
    std::size_t word = 0;
    while (!text.empty()) {
        const auto before = text.size();
        if (text::is_space(text::take(text))) {
            word = 0;
            continue;
        }
        word += before - text.size();
        line += before - text.size();
        if (word > label_bytes_max || line > line_bytes_max) {
            return true;
        }
    }
    return false;
}

bool is_rule(std::string_view text) {
    return (text.size() >= 3 && text.find_first_not_of("|-:+= \t") == std::string_view::npos &&
            text.find_first_of("-=") != std::string_view::npos) ||
           (text.starts_with("\xE2") && is_drawn_rule(text));
}

bool is_page_number(std::string_view text) {
    constexpr std::size_t bytes_max = 40;
    if (text.size() < 3 || text.size() > bytes_max) {
        return false;
    }
    std::u32string letters;
    for (const auto c : text::decode(text)) {
        if (!text::is_space(c)) {
            letters += c >= 0xFF10 && c <= 0xFF19 ? c - 0xFEE0 : c;
        }
    }
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    const auto is_dash = [](char32_t c) {
        return c == U'-' || c == U'－' || c == U'·' || (c >= 0x2010 && c <= 0x2015) || c == U'~';
    };
    const bool is_between_dashes =
        letters.size() >= 3 && is_dash(letters.front()) && is_dash(letters.back()) &&
        std::ranges::all_of(letters, [&](char32_t c) { return is_digit(c) || is_dash(c); }) &&
        std::ranges::any_of(letters, is_digit);
    const bool is_in_words = letters.front() == U'第' && letters.find(U'页') != letters.npos &&
                             std::ranges::all_of(letters, [&](char32_t c) {
                                 return is_digit(c) || std::u32string_view(U"第页共/,，").find(c) !=
                                                           std::u32string::npos;
                             });
    return is_between_dashes || is_in_words;
}

}  // namespace gk::report
