#include "report/printed_figure.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "base/text.hpp"

namespace gk::report {

namespace {

constexpr std::size_t bytes_max = 48;

constexpr std::array<std::string_view, 19> units = {"万元", "亿元", "元", "件", "条",   "项", "宗",
                                                    "份",   "个",   "次", "起", "件次", "人", "家",
                                                    "篇",   "例",   "批", "部", "人次"};

constexpr std::array<std::string_view, 5> none_words = {"无", "暂无", "没有", "空", "无此项"};

// The marks of footnotes.
constexpr std::array<std::string_view, 6> signs = {"*", "※", "#", "†", "★", "▲"};
constexpr std::array<std::string_view, 10> raised_digits = {"⁰", "¹", "²", "³", "⁴",
                                                            "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::string_view first_circled = "①";
constexpr std::string_view last_circled = "⑳";
constexpr std::string_view note_open = "(注";
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> brackets = {
    {{"[", "]"}, {"〔", "〕"}, {"【", "】"}, {note_open, ")"}}};

constexpr bool is_dash(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x2501 ||
           c == 0xFE58 || c == 0xFE63;
}

// Half width, every dash "-", without spaces; empty where the text is too long for a figure.
std::optional<std::string> squeezed(std::string_view utf8) {
    std::string result;
    while (!utf8.empty()) {
        const auto c = text::take(utf8);
        if (text::is_space(c)) {
            continue;
        }
        if (is_dash(c)) {
            result += '-';
        } else if (c >= 0xFF01 && c <= 0xFF5E) {
            result += static_cast<char>(c - 0xFEE0);
        } else {
            text::append(result, c);
        }
        if (result.size() > bytes_max) {
            return std::nullopt;
        }
    }
    return result;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_made_of(std::string_view text, std::string_view characters) {
    return text.find_first_not_of(characters) == std::string_view::npos;
}

// "1", "注2", "^3", "¹": what a footnote is called.
bool names_footnote(std::string_view name) {
    for (const std::string_view front : {"注", "^"}) {
        name.remove_prefix(name.starts_with(front) ? front.size() : 0);
    }
    constexpr std::size_t digits_max = 2;
    const bool is_number = name.size() <= digits_max && is_made_of(name, "0123456789");
    return is_number || std::ranges::find(raised_digits, name) != raised_digits.end();
}

// Takes the mark of a footnote off the end of 12*, 12①, 12¹, 12[1] or 12(注1).
bool take_footnote(std::string_view& text) {
    for (const std::span<const std::string_view> marks :
         {std::span<const std::string_view>(signs),
          std::span<const std::string_view>(raised_digits)}) {
        for (const auto mark : marks) {
            if (text.ends_with(mark)) {
                text.remove_suffix(mark.size());
                return true;
            }
        }
    }
    const auto last = text.substr(text.size() - std::min(text.size(), first_circled.size()));
    if (last >= first_circled && last <= last_circled) {
        text.remove_suffix(last.size());
        return true;
    }
    for (const auto& [open, close] : brackets) {
        const auto at = text.ends_with(close) ? text.rfind(open) : text.npos;
        if (at == text.npos) {
            continue;
        }
        const auto name =
            text.substr(at + open.size(), text.size() - at - open.size() - close.size());
        if (open == note_open || names_footnote(name)) {
            text = text.substr(0, at);
            return true;
        }
    }
    return false;
}

// The text without the marks of footnotes behind it; as it is where it is nothing else.
std::string_view without_footnotes(std::string_view text) {
    auto bare = text;
    while (take_footnote(bare)) {
    }
    return bare.empty() ? text : bare;
}

// "1,234,567.8" → "1234567.8"; nothing where the groups are not of three digits.
std::optional<std::string> without_separators(std::string_view number) {
    if (number.find(',') == std::string_view::npos) {
        return std::string(number);
    }
    const auto whole = number.substr(0, number.find('.'));
    const auto groups = text::split(whole, ',');
    std::string result(groups.front());
    if (result.empty() || result.size() > 3) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < groups.size(); ++i) {
        if (groups[i].size() != 3) {
            return std::nullopt;
        }
        result += groups[i];
    }
    return result.append(number.substr(whole.size()));
}

// The sign in front, in words or as a character, is taken away; true for minus.
bool take_sign(std::string_view& text) {
    for (const std::string_view plus : {"增加", "增", "+", "↑"}) {
        if (text.starts_with(plus)) {
            text.remove_prefix(plus.size());
            return false;
        }
    }
    for (const std::string_view minus : {"减少", "减", "-", "↓"}) {
        if (text.starts_with(minus)) {
            text.remove_prefix(minus.size());
            return true;
        }
    }
    return false;
}

std::optional<PrintedFigure> number_of(std::string_view text) {
    for (const std::string_view yuan : {"¥", "￥"}) {
        if (text.starts_with(yuan)) {
            text.remove_prefix(yuan.size());
        }
    }
    const bool is_negative = take_sign(text);
    const auto size = text.find_first_not_of("0123456789.,");
    const auto unit = size == std::string_view::npos ? std::string_view{} : text.substr(size);
    const auto digits = without_separators(text.substr(0, size));
    if (!digits || digits->empty() || !is_digit(digits->front())) {
        return std::nullopt;
    }
    PrintedFigure figure{.mark = Mark::figure, .value = {}, .unit = {}};
    if (!unit.empty()) {
        for (const auto known : units) {
            if (unit == known) {
                figure.unit = known;
            }
        }
        if (figure.unit.empty()) {
            return std::nullopt;
        }
    }
    figure.value = Decimal::parse(is_negative ? "-" + *digits : *digits);
    return figure.value ? std::optional(figure) : std::nullopt;
}

}  // namespace

std::optional<PrintedFigure> printed_figure(std::string_view utf8) {
    utf8 = text::trim(utf8);
    if (utf8.empty()) {
        return PrintedFigure{};
    }
    if (utf8.size() <= 9 && is_made_of(utf8, "0123456789")) {
        std::int64_t value = 0;
        for (const char c : utf8) {
            value = value * 10 + (c - '0');
        }
        return PrintedFigure{.mark = Mark::figure, .value = Decimal(value), .unit = {}};
    }
    const auto plain = utf8.size() <= bytes_max * 2 ? squeezed(utf8) : std::nullopt;
    if (!plain) {
        return std::nullopt;
    }
    const auto text = without_footnotes(*plain);
    if (is_made_of(text, "-") && text.size() <= 6) {
        return PrintedFigure{.mark = Mark::dash, .value = {}, .unit = {}};
    }
    if (is_made_of(text, "/\\") && text.size() <= 3) {
        return PrintedFigure{.mark = Mark::slash, .value = {}, .unit = {}};
    }
    for (const auto word : none_words) {
        if (text == word) {
            return PrintedFigure{.mark = Mark::none_word, .value = {}, .unit = {}};
        }
    }
    if (text == "零" || text == "〇" || text == "○") {
        return PrintedFigure{.mark = Mark::figure, .value = Decimal(0), .unit = {}};
    }
    return number_of(text);
}

}  // namespace gk::report
