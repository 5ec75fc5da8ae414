// What a letter says, part by part, before it is laid out; and how it is laid out (GB/T 9704-2012).
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "document/official_document.hpp"

namespace gk::letter {

// By 7.3.3: 一、 in 黑体, （一） in 楷体, the rest in 仿宋.
enum class ParagraphLevel : std::uint8_t { first_level, second_level, body };

struct LetterParagraph {
    ParagraphLevel level = ParagraphLevel::body;
    std::string text;  // One line.

    friend bool operator==(const LetterParagraph&, const LetterParagraph&) = default;
};

struct LetterText {
    std::string title;
    std::string addressee;  // 主送, without the colon.
    std::vector<LetterParagraph> paragraphs;
    std::vector<std::string> attachments;  // Names, without numbers before them.
    std::string signature;                 // 发文机关署名
    std::string note;                      // 附注, without the brackets; may be empty.

    friend bool operator==(const LetterText&, const LetterText&) = default;
};

// The level that the number before a paragraph tells: 一、 and （一）.
[[nodiscard]] ParagraphLevel paragraph_level(std::string_view paragraph);

// The look: with 发文字号 below the title, or as 信函格式 (section 10.1) under the name of the
// agency in red between double rules.
enum class LetterLayout : std::uint8_t { plain, letterhead };
[[nodiscard]] std::span<const LetterLayout> letter_layouts();
[[nodiscard]] std::string_view key(LetterLayout layout);
[[nodiscard]] std::string_view label(LetterLayout layout);
[[nodiscard]] std::optional<LetterLayout> letter_layout_of(std::string_view key);

// What is fixed when the letter is signed; a draft shows where it will stand.
struct LetterMarks {
    std::string number = {};            // Empty: {{文号}}.
    std::optional<Date> dated_on = {};  // Nothing: {{成文日期}}.
    LetterLayout layout = LetterLayout::plain;
    Moment made_at = {};
};

inline constexpr std::string_view number_mark = "{{文号}}";
inline constexpr std::string_view date_mark = "{{成文日期}}";

[[nodiscard]] document::OfficialDocument official_document(const LetterText& text,
                                                           const LetterMarks& marks);

// As plain lines: for goldens and for the search.
[[nodiscard]] std::string plain_text(const LetterText& text, const LetterMarks& marks);

}  // namespace gk::letter
