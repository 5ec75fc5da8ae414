// The parts of a letter as JSON: how a draft is kept (sealed) and a template, and what the API
// shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "letter/letter_template.hpp"
#include "letter/letter_text.hpp"

namespace gk::letter {

[[nodiscard]] std::string text_json(const LetterText& text);
// Nothing where it is not what text_json() writes.
[[nodiscard]] std::optional<LetterText> text_of_json(std::string_view text);

[[nodiscard]] std::string template_json(const LetterTemplate& letter);
[[nodiscard]] std::optional<LetterTemplate> template_of_json(std::string_view text);

}  // namespace gk::letter
