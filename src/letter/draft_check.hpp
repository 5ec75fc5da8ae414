// What must hold of a letter that somebody wrote by hand. Pure.
#pragma once

#include "base/result.hpp"
#include "law/letter_kind.hpp"
#include "letter/letter_text.hpp"

namespace gk::letter {

// Refuses, all at once: no title, no addressee, no text, a placeholder that is left, more than
// 20,000 characters, and an answer that does not tell of reconsideration and litigation.
[[nodiscard]] Result<void> check_draft(law::LetterKind kind, const LetterText& text);

}  // namespace gk::letter
