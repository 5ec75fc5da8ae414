// 核对一份年报: the form for a file, what is wrong with what was sent, or what the check found.
#pragma once

#include <string>

#include "web/portal/frame.hpp"
#include "web/portal/report_check_desk.hpp"

namespace gk::web::portal {

// An answer with neither a result nor problems is the empty form.
[[nodiscard]] std::string upload_check_page(const Viewing& viewing, const DeskAnswer& answer);

}  // namespace gk::web::portal
