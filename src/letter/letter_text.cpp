#include "letter/letter_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "law/enum_table.hpp"

namespace gk::letter {

namespace {

using document::OfficialDocument;
using document::Text;
using document::TextLevel;

struct LayoutRow {
    LetterLayout value;
    std::string_view key;
    std::string_view label;
};

constexpr auto layouts = law::enum_table(std::array<LayoutRow, 2>{{
    {LetterLayout::plain, "plain", "一般格式：标题下编排发文字号"},
    {LetterLayout::letterhead, "letterhead", "信函格式：机关名称和红色双线"},
}});

constexpr std::u32string_view numerals = U"一二三四五六七八九十";

bool is_numeral(char32_t c) {
    return numerals.find(c) != std::u32string_view::npos;
}

TextLevel text_level(ParagraphLevel level) {
    switch (level) {
        case ParagraphLevel::first_level:
            return TextLevel::first_level;
        case ParagraphLevel::second_level:
            return TextLevel::second_level;
        case ParagraphLevel::body:
            return TextLevel::body;
    }
    throw_bug("a level of paragraph", std::source_location::current());
}

std::string date_text(const LetterMarks& marks) {
    return marks.dated_on ? marks.dated_on->chinese() : std::string(date_mark);
}

std::string number_text(const LetterMarks& marks) {
    return marks.number.empty() ? std::string(number_mark) : marks.number;
}

// 附件：1.… with one number for each, none for a single one (GB/T 9704, 7.3.4).
std::vector<std::string> attachment_lines(const std::vector<std::string>& attachments) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < attachments.size(); ++i) {
        const auto* const head = i == 0 ? "附件：" : "\u3000\u3000\u3000";
        lines.push_back(attachments.size() == 1
                            ? fmt::format("{}{}", head, attachments[i])
                            : fmt::format("{}{}.{}", head, i + 1, attachments[i]));
    }
    return lines;
}

std::string title_text(const LetterText& text, LetterLayout layout) {
    return layout == LetterLayout::plain ? text.signature + "\n" + text.title : text.title;
}

}  // namespace

std::span<const LetterLayout> letter_layouts() {
    return layouts.values();
}

std::string_view key(LetterLayout layout) {
    return layouts[layout].key;
}

std::string_view label(LetterLayout layout) {
    return layouts[layout].label;
}

std::optional<LetterLayout> letter_layout_of(std::string_view key) {
    return layouts.value_of(key);
}

ParagraphLevel paragraph_level(std::string_view utf8) {
    const auto characters = text::decode(utf8.substr(0, 40));
    const bool is_bracketed = characters.starts_with(U'（');
    std::size_t at = is_bracketed ? 1 : 0;
    const auto first = at;
    while (at < characters.size() && at - first < 3 && is_numeral(characters[at])) {
        ++at;
    }
    if (at == first || at == characters.size()) {
        return ParagraphLevel::body;
    }
    // A heading stands alone: what is long or ends like a sentence is text with a number.
    const bool is_sentence = utf8.ends_with("。") || utf8.ends_with("；") || utf8.size() > 90;
    if (characters[at] == (is_bracketed ? U'）' : U'、') && !is_sentence) {
        return is_bracketed ? ParagraphLevel::second_level : ParagraphLevel::first_level;
    }
    return ParagraphLevel::body;
}

OfficialDocument official_document(const LetterText& text, const LetterMarks& marks) {
    OfficialDocument document{
        .title = text.title, .author = text.signature, .made_at = marks.made_at, .blocks = {}};
    auto& blocks = document.blocks;
    if (marks.layout == LetterLayout::letterhead) {
        blocks.emplace_back(document::Letterhead{text.signature, number_text(marks)});
        blocks.emplace_back(Text{TextLevel::title, text.title});
    } else {
        blocks.emplace_back(Text{TextLevel::title, title_text(text, marks.layout)});
        blocks.emplace_back(Text{TextLevel::reference_number, number_text(marks)});
    }
    blocks.emplace_back(Text{TextLevel::addressee, text.addressee + "："});
    for (const auto& paragraph : text.paragraphs) {
        blocks.emplace_back(Text{text_level(paragraph.level), paragraph.text});
    }
    if (!text.attachments.empty()) {
        blocks.emplace_back(
            Text{TextLevel::attachments, text::join(attachment_lines(text.attachments), "\n")});
    }
    blocks.emplace_back(document::Signature{text.signature, date_text(marks)});
    if (!text.note.empty()) {
        blocks.emplace_back(Text{TextLevel::note, fmt::format("（{}）", text.note)});
    }
    return document;
}

std::string plain_text(const LetterText& text, const LetterMarks& marks) {
    std::string lines =
        fmt::format("{}\n{}\n\n{}：\n", text.title, number_text(marks), text.addressee);
    for (const auto& paragraph : text.paragraphs) {
        lines += fmt::format("\u3000\u3000{}\n", paragraph.text);
    }
    for (const auto& line : attachment_lines(text.attachments)) {
        lines += fmt::format("\u3000\u3000{}\n", line);
    }
    lines += fmt::format("\n{}\n{}\n", text.signature, date_text(marks));
    if (!text.note.empty()) {
        lines += fmt::format("（{}）\n", text.note);
    }
    return lines;
}

}  // namespace gk::letter
