// The texts of the letters, one for each kind (data/letters/), and those that an agency puts in
// their place: what may stand in them and what must. Pure.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "law/letter_kind.hpp"
#include "letter/letter_text.hpp"
#include "letter/placeholder.hpp"

namespace gk::letter {

struct LetterTemplate {
    std::string title;
    std::vector<std::string> paragraphs;

    friend bool operator==(const LetterTemplate&, const LetterTemplate&) = default;
};

// The program's own.
[[nodiscard]] const LetterTemplate& default_template(law::LetterKind kind);

// The placeholders that a template of this kind may hold.
[[nodiscard]] std::span<const Placeholder* const> placeholders_of(law::LetterKind kind);
// Whether its value may be left empty; its paragraph is then left out.
[[nodiscard]] bool may_be_empty(law::LetterKind kind, const Placeholder& placeholder);

// Refuses, all at once: a template without title or text, a placeholder that the kind does not
// know, and one that does not say what the law makes such a letter say.
[[nodiscard]] Result<void> check_template(law::LetterKind kind, const LetterTemplate& letter);

// What the office knows, beside the values that are given.
struct OfficeValues {
    std::string agency_name;
    std::vector<std::string> remedy_sentences;
    std::string office_name;
    std::string office_address;
    std::string office_phone;
};

// The letter that the template gives. Refuses, all at once, what the template needs and was not
// given, what is not of its type, and what this kind does not know.
[[nodiscard]] Result<LetterText> fill_template(law::LetterKind kind, const LetterTemplate& letter,
                                               const LetterValues& values,
                                               const OfficeValues& office);

// How each placeholder that the kind knows is printed in such a letter, by its name; empty where
// nothing was given. For a docx that holds them (document/docx_filling.hpp).
using PrintedValues = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] PrintedValues printed_values(law::LetterKind kind, const LetterValues& values,
                                           const OfficeValues& office);

}  // namespace gk::letter
