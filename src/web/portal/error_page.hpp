// A refusal or a fault in the look of the portal: what happened, what can be done.
#pragma once

#include <string>

#include "web/portal/frame.hpp"

namespace gk::web::portal {

struct ErrorView {
    int status = 500;
    std::string request_id = {};  // Shown where somebody must look into the log.
};

[[nodiscard]] std::string error_page(const Viewing& viewing, const ErrorView& error);

}  // namespace gk::web::portal
