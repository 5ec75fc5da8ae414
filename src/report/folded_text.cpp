#include "report/folded_text.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace gk::report {

namespace {

// U+2F00 to U+2FD5, the radicals that some PDF fonts give in place of the characters.
constexpr std::u16string_view radicals =
    u"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山"
    u"巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片"
    u"牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛"
    u"舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛辰辵邑酉釆里金长门阜隶隹雨青非面革韦韭音页"
    u"风飞食首香马骨高髟鬥鬯鬲鬼鱼鸟鹵鹿麦麻黄黍黑黹黽鼎鼓鼠鼻齐齿龙龟龠";
static_assert(radicals.size() == 0x2FD6 - 0x2F00);

constexpr char16_t first_radical = 0x2F00;
constexpr std::u16string_view numerals = u"一二三四五六七八九";

// Half width, radicals as characters; 0 for spaces.
char16_t plain(char32_t code_point) {
    if (code_point > 0x20 && code_point < 0x7F) {
        return static_cast<char16_t>(code_point);
    }
    if (text::is_space(code_point) || code_point == 0xAD) {
        return 0;
    }
    if (code_point >= 0xFF01 && code_point <= 0xFF5E) {
        return static_cast<char16_t>(code_point - 0xFEE0);
    }
    if (code_point == 0xFE59 || code_point == 0xFE35) {
        return u'(';  // ﹙ and the bracket of a vertical line.
    }
    if (code_point == 0xFE5A || code_point == 0xFE36) {
        return u')';
    }
    if (code_point >= first_radical && code_point < first_radical + radicals.size()) {
        return radicals[code_point - first_radical];
    }
    return code_point > 0xFFFF ? u'\uFFFD' : static_cast<char16_t>(code_point);
}

bool is_digit(char16_t c) {
    return c >= u'0' && c <= u'9';
}

bool is_letter(char16_t c) {
    return is_digit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') ||
           (c >= 0x3400 && c <= 0x9FFF) || c == 0xFFFD;
}

bool ends_number(char16_t c) {
    return c == u'.' || c == u'、' || c == u',' || c == u'．' || c == u':' || c == u'。';
}

// What is printed before a label that has a footnote, or before every line of a list.
bool is_leading_mark(char16_t c) {
    return std::u16string_view(u"*※#★☆▲△●•◆■†").find(c) != std::u16string_view::npos;
}

bool opens_square_bracket(char16_t c) {
    return c == u'[' || c == u'〔' || c == u'【';
}

// The size of the mark of a footnote at the front: [1], 〔注2〕, [^1]; else 0.
std::size_t footnote_size(std::u16string_view text) {
    constexpr std::size_t size_max = 5;
    if (!opens_square_bracket(text[0])) {
        return 0;
    }
    for (std::size_t i = 1; i < std::min(text.size(), size_max); ++i) {
        if (text[i] == u']' || text[i] == u'〕' || text[i] == u'】') {
            return i > 1 ? i + 1 : 0;
        }
        if (!is_digit(text[i]) && is_letter(text[i]) && text[i] != u'注') {
            return 0;
        }
    }
    return 0;
}

struct Parsed {
    LabelNumber number;
    std::size_t size = 0;  // Characters taken.
};

// 一 to 十九 at the front.
Parsed han_numeral(std::u16string_view text) {
    Parsed parsed;
    const auto ten = text.starts_with(u'十')               ? std::size_t{0}
                     : text.size() > 1 && text[1] == u'十' ? std::size_t{1}
                                                           : text.npos;
    const auto digit_at = [&](std::size_t at) -> int {
        const auto found = at < text.size() ? numerals.find(text[at]) : numerals.npos;
        return found == numerals.npos ? 0 : static_cast<int>(found) + 1;
    };
    if (ten == text.npos) {
        parsed.number.value = digit_at(0);
        parsed.size = parsed.number.value > 0 ? 1 : 0;
    } else if (ten == 0) {
        const int unit = digit_at(1);
        parsed.number.value = 10 + unit;
        parsed.size = unit > 0 ? 2 : 1;
    }
    return parsed;
}

// One or two digits at the front, not part of a longer number or a decimal.
Parsed arabic_numeral(std::u16string_view text) {
    Parsed parsed;
    while (parsed.size < text.size() && is_digit(text[parsed.size])) {
        parsed.number.value = parsed.number.value * 10 + (text[parsed.size] - u'0');
        if (++parsed.size > 2) {
            return {};
        }
    }
    return parsed;
}

// ① ⑴ ⒈ ㈠: one character.
std::optional<LabelNumber> enclosed(char16_t c) {
    const auto within = [c](char16_t first, int count) {
        return c >= first && c < first + count ? c - first + 1 : 0;
    };
    if (const int value = within(0x3220, 10); value > 0) {
        return LabelNumber{NumberKind::in_brackets, value};
    }
    for (const char16_t first : {char16_t{0x2460}, char16_t{0x2474}, char16_t{0x2488}}) {
        if (const int value = within(first, 20); value > 0) {
            return LabelNumber{NumberKind::arabic, value};
        }
    }
    return std::nullopt;
}

Parsed bracketed(std::u16string_view text) {
    auto parsed = han_numeral(text.substr(1));
    parsed.number.kind = NumberKind::in_brackets;
    if (parsed.size == 0) {
        parsed = arabic_numeral(text.substr(1));
        parsed.number.kind = NumberKind::arabic;
    }
    const auto end = parsed.size + 1;
    const bool is_closed = end < text.size() && text[end] == u')';
    if (parsed.size == 0 || (!is_closed && parsed.number.kind == NumberKind::arabic)) {
        return {};
    }
    parsed.size = end + (is_closed ? 1 : 0);
    return parsed;
}

// 〔七〕 in place of （七）.
Parsed in_square_brackets(std::u16string_view text) {
    auto parsed = han_numeral(text.substr(1));
    const auto end = parsed.size + 1;
    if (parsed.size == 0 || end >= text.size() ||
        std::u16string_view(u"]〕】").find(text[end]) == std::u16string_view::npos) {
        return {};
    }
    parsed.number.kind = NumberKind::in_brackets;
    parsed.size = end + 1;
    return parsed;
}

Parsed number_of(std::u16string_view text) {
    if (text.empty()) {
        return {};
    }
    if (const auto number = enclosed(text[0])) {
        return {*number, 1};
    }
    if (text[0] == u'(') {
        return bracketed(text);
    }
    if (opens_square_bracket(text[0])) {
        return in_square_brackets(text);
    }
    auto parsed = han_numeral(text);
    if (parsed.size > 0) {
        const auto next = parsed.size < text.size() ? text[parsed.size] : u'\0';
        if (!ends_number(next) && next != u')') {
            return {};
        }
        parsed.number.kind = next == u')' ? NumberKind::in_brackets : NumberKind::chapter;
        ++parsed.size;
        return parsed;
    }
    parsed = arabic_numeral(text);
    if (parsed.size == 0) {
        return {};
    }
    const auto next = parsed.size < text.size() ? text[parsed.size] : u'\0';
    const auto after = parsed.size + 1 < text.size() ? text[parsed.size + 1] : u'\0';
    const bool is_ended = (ends_number(next) || next == u')') && !is_digit(after);
    if (!is_ended && !(next >= 0x4E00 && next <= 0x9FFF)) {
        return {};
    }
    parsed.number.kind = NumberKind::arabic;
    parsed.size += is_ended ? 1 : 0;
    return parsed;
}

}  // namespace

void FoldedText::add(char16_t letter) {
    if (size_ == size_max) {
        is_too_long_ = true;
        return;
    }
    const bool is_other = letter == u'它' && size_ > 0 && body_[size_ - 1U] == u'其';
    body_[size_++] = is_other ? u'他' : letter;
    has_digit_ = has_digit_ || is_digit(letter);
}

FoldedText FoldedText::of(std::string_view utf8) {
    FoldedText folded;
    std::array<char16_t, size_max + size_max / 2> raw;  // NOLINT: filled up to `size` only.
    std::size_t size = 0;
    while (!utf8.empty()) {
        const auto c = plain(text::take(utf8));
        if (c == 0) {
            continue;
        }
        if (size == raw.size()) {
            folded.is_too_long_ = true;
            return folded;
        }
        raw[size++] = c;
    }
    auto rest = std::u16string_view(raw.data(), size);
    while (!rest.empty() && is_leading_mark(rest.front())) {
        rest.remove_prefix(1);
    }
    const auto [number, taken] = number_of(rest);
    folded.number_ = number;
    rest.remove_prefix(taken);
    if (taken > 0 && !rest.empty() && ends_number(rest.front())) {
        rest.remove_prefix(1);  // （一）、
    }
    while (!rest.empty()) {
        const auto c = rest.front();
        if (is_letter(c)) {
            folded.add(c);
        } else if (c == u'(' && folded.bracket_ == 0) {
            folded.bracket_ = folded.size_;
        }
        rest.remove_prefix(is_letter(c) ? 1 : std::max<std::size_t>(footnote_size(rest), 1));
    }
    if (folded.is_too_long_) {
        folded.size_ = 0;
    }
    return folded;
}

FoldedText FoldedText::joined(const FoldedText& next) const {
    FoldedText both = *this;
    if (both.number_.kind == NumberKind::none) {
        both.number_ = next.number_;
    }
    // A bracket of the first piece closed there, or its end is in the second.
    both.bracket_ =
        bracket_ > 0 || next.bracket_ == 0
            ? std::uint8_t{0}
            : static_cast<std::uint8_t>(std::min<std::size_t>(size_ + next.bracket_, size_max));
    for (const auto c : next.body()) {
        both.add(c);
    }
    both.is_too_long_ = both.is_too_long_ || next.is_too_long_;
    if (both.is_too_long_) {
        both.size_ = 0;
    }
    return both;
}

FoldedText FoldedText::behind(std::size_t letters) const {
    FoldedText rest;
    auto text = body().substr(std::min<std::size_t>(letters, size_));
    const auto is_number = [](char16_t c) {
        return is_digit(c) || numerals.find(c) != numerals.npos || c == u'十';
    };
    while (!text.empty() && is_number(text.front())) {
        const auto numeral = numerals.find(text.front());
        rest.number_.kind = numeral == numerals.npos ? NumberKind::arabic : NumberKind::in_brackets;
        rest.number_.value =
            numeral == numerals.npos ? text.front() - u'0' : static_cast<int>(numeral) + 1;
        text.remove_prefix(1);
    }
    for (const auto c : text) {
        rest.add(c);
    }
    return rest;
}

}  // namespace gk::report
