// Outcome and letter are one object: whoever chooses an outcome gets its letter drafted, filled
// with what the case knows; another outcome puts another letter in its place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "application/answer.hpp"
#include "application/letter_values_service.hpp"
#include "application/service.hpp"

namespace gk::application {

// What follows from an outcome in a case, before it is chosen.
struct OutcomeForm {
    Answer answer;
    std::vector<LetterField> fields;    // Of its letter, as letter_fields(); none without a letter.
    std::optional<std::string> letter;  // The one that would be written again or replaced.
};

// Refuses as letter_fields() does, and an outcome that the case cannot have (not of art. 41).
[[nodiscard]] Result<OutcomeForm> answer_form(const Desk& desk, std::string_view case_id,
                                              law::Outcome outcome, const people::Actor& actor,
                                              Moment now);

// Writes the letter of the outcome: the draft that there is anew where it is of the same kind; one
// of another kind is taken out of use first. `values`: what the clerk writes, over what the case
// knows. Refuses what the letter refuses, naming each value that is missing, a stale version, an
// outcome without a letter, and once the answer is in review.
[[nodiscard]] Result<letter::Letter> draft_answer(const Desk& desk, const CaseReference& reference,
                                                  law::Outcome outcome,
                                                  const letter::LetterValues& values,
                                                  const people::Actor& actor, Moment now);

}  // namespace gk::application
