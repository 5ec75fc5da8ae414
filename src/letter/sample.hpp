// A case that is nobody's: for previews of templates and for goldens. Pure.
#pragma once

#include "law/letter_kind.hpp"
#include "letter/letter_text.hpp"
#include "letter/letterhead.hpp"
#include "letter/placeholder.hpp"

namespace gk::letter {

// Every value that a letter of the kind takes, as data/letters/placeholders.toml gives it.
[[nodiscard]] LetterValues sample_values(law::LetterKind kind);

// A township with all that it can lay down.
[[nodiscard]] people::Agency sample_agency();
[[nodiscard]] Letterhead sample_letterhead();

// 2026年3月31日 and a number.
[[nodiscard]] LetterMarks sample_marks(LetterLayout layout);

// The letter of the program's own template.
[[nodiscard]] LetterText sample_letter(law::LetterKind kind);

}  // namespace gk::letter
