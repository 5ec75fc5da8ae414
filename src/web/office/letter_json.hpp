// A letter as the API tells of it. Included by .cpp files only: it shows Boost.JSON.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json/object.hpp>

#include "letter/service.hpp"

namespace gk::web::office {

struct LetterView {
    letter::Letter letter;
    letter::LetterDraft written;
    std::vector<letter::LetterDraft> drafts;
};

// 已送出，待签收: what counts from the signature has not been delivered yet.
[[nodiscard]] std::string_view status_words(letter::LetterStatus status,
                                            const std::optional<Date>& delivered_on);

// A line of the list of a case.
[[nodiscard]] boost::json::object letter_summary_json(const letter::Letter& letter);

[[nodiscard]] boost::json::object letter_json(const LetterView& view, const people::Actor& actor);

// What every act answers.
[[nodiscard]] boost::json::object letter_done_json(const letter::Letter& letter);

}  // namespace gk::web::office
