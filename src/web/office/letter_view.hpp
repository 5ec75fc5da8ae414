// A letter as the rows of the API show it: loaded with what it says, laid out as PDF.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "people/actor.hpp"
#include "web/api/fields.hpp"
#include "web/api/schema.hpp"
#include "web/http/message.hpp"
#include "web/office/letter_json.hpp"
#include "web/office/open_letters.hpp"

namespace gk::web::office {

// With what it says now, or said when it was written for the n-th time. Refuses as
// letter::find_letter() does.
[[nodiscard]] Result<LetterView> view_of(const OfficeServices& services, const OpenLetters& open,
                                         std::string_view id, const people::Actor& actor,
                                         std::optional<int> draft_number = std::nullopt);

[[nodiscard]] letter::Letterhead letterhead_of(const OfficeServices& services,
                                               Id<people::Agency> agency);

// What was signed, with the seal where a seal service gave it; of a draft how it would look.
[[nodiscard]] Result<std::string> pdf_of(const OfficeServices& services, const OpenLetters& open,
                                         const LetterView& view);

// Title, addressee, paragraphs, attachments and note, as the body of a request has them.
[[nodiscard]] letter::LetterText letter_text_of(const api::Fields& body);

// The pages of a PDF of ours as pictures, and what the API says of them.
[[nodiscard]] Response pictures_answer(std::string_view pdf);
[[nodiscard]] api::Schema pages_schema();

}  // namespace gk::web::office
