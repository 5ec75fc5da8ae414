// A refusal or a fault in the look of the portal: what happened, what can be done.
#pragma once

#include <string>

#include "web/error_answer.hpp"
#include "web/portal/frame.hpp"

namespace gk::web::portal {

[[nodiscard]] std::string error_page(const Viewing& viewing, const ErrorView& error);

}  // namespace gk::web::portal
