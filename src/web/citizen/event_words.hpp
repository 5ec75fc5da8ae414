// What was done in a case, in the words for its applicant. What is decided inside of the office
// (drafts, reviews, consents) is not told. Pure.
#pragma once

#include <optional>
#include <string>

#include "application/event.hpp"

namespace gk::web::citizen {

struct EventWords {
    std::string title;
    std::string text = {};
};

// Nothing where it does not concern the applicant.
[[nodiscard]] std::optional<EventWords> event_words(const application::Event& event);

// 金额140.00元。 Empty where there is none.
[[nodiscard]] std::string amount_text(const application::Entry& entry);

}  // namespace gk::web::citizen
