// Letters and their templates as docx: to be edited in Word or WPS, and read back. What is told
// from where it stands: title first, 主送 with its colon, 附件：, then signature and date at the
// end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "law/letter_kind.hpp"
#include "letter/letter_template.hpp"
#include "letter/letter_text.hpp"

namespace gk::letter {

// Reads the file in the reading child. 发文字号 and 成文日期 in it do not count: they are fixed
// when the letter is signed. The rows of a table are lines. Refuses what is no docx, and as
// document::extract_in_child() does.
[[nodiscard]] Result<LetterText> read_letter_docx(std::string_view bytes,
                                                  std::string_view file_name);

// The same of a template: its title and its paragraphs.
[[nodiscard]] Result<LetterTemplate> read_template_docx(std::string_view bytes,
                                                        std::string_view file_name);

// The parts of a letter among its lines, blank ones included. Pure.
[[nodiscard]] LetterText letter_of_lines(const std::vector<std::string>& lines);

// The template with its placeholders, laid out as a letter.
[[nodiscard]] std::string template_docx(law::LetterKind kind, const LetterTemplate& letter);

}  // namespace gk::letter
