// What the kept pages of the portal are made of, in one word: it changes whenever they may look
// different, and not with the work of the office or with somebody who signs in.
#pragma once

#include <string>

#include "store/database.hpp"

namespace gk::web::portal {

// Of published reports, agencies with what became of them, and what was laid down for sites.
[[nodiscard]] std::string public_mark(store::Database& database);

}  // namespace gk::web::portal
