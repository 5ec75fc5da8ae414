// The files of data/letters as the program carries them: placeholders and, for each kind of letter,
// its text, what it must state and what may be left empty.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "law/letter_kind.hpp"
#include "letter/letter_template.hpp"
#include "letter/placeholder.hpp"

namespace gk::letter {

struct KindData {
    LetterTemplate text;
    // For each thing that the letter must state: one of these stands in it.
    std::vector<std::vector<std::string>> states;
    std::vector<std::string> optional_names;
    LetterValues samples;                          // In place of those of the placeholders.
    std::vector<const Placeholder*> placeholders;  // That a template of this kind may hold.
};

struct TemplateData {
    std::vector<Placeholder> placeholders;
    std::map<law::LetterKind, KindData> kinds;
};

// Read once. A fault in the files is a Bug: a test reads them all.
[[nodiscard]] const TemplateData& template_data();

}  // namespace gk::letter
