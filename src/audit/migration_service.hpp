// The upgrade of the schema, as an act of the trail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace gk::audit {

// store::migrate_up(), with an entry for every migration in the transaction that applies it. Those
// from before there was a trail stand in it from the moment that the trail is made.
[[nodiscard]] Result<std::vector<std::string>> migrate_up(store::Database& database,
                                                          std::string_view actor, Moment now);

}  // namespace gk::audit
