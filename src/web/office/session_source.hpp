// The sessions that `people` keeps, as the kit of the API asks for them.
#pragma once

#include "store/database.hpp"
#include "web/api/session.hpp"

namespace gk::web::office {

// A session in which signing in is not complete counts as none: the rows that complete it are for
// everyone and look it up themselves. The database must outlive what is returned.
[[nodiscard]] api::SessionSource session_source(store::Database& database);

}  // namespace gk::web::office
