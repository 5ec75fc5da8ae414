// What a new letter of a case is filled with: the values that the case knows already, so that the
// clerk writes only what is not there yet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "application/desk_service.hpp"
#include "law/letter_kind.hpp"
#include "letter/placeholder.hpp"
#include "people/actor.hpp"

namespace gk::application {

struct LetterField {
    const letter::Placeholder* placeholder = nullptr;
    bool is_required = false;
    std::string value;  // As letter::LetterValues take it; empty: for the clerk to write.
    std::string note;   // Why it is empty, where that is worth saying.
};

// The fields of a letter of this kind, in the order of the placeholders, without those that the
// office fills in. Where the letter goes to the applicant or a third party and the actor may see
// applicants, the name is among them, and the view stands in the trail. Refuses who may not handle
// the case.
[[nodiscard]] Result<std::vector<LetterField>> letter_fields(const Desk& desk,
                                                             std::string_view case_id,
                                                             law::LetterKind kind,
                                                             const people::Actor& actor,
                                                             Moment now);

}  // namespace gk::application
