// Messages of the workbench, carried to the persons themselves by the means that they chose.
#pragma once

#include "people/key_ring.hpp"
#include "store/database.hpp"

namespace gk::notify {

[[nodiscard]] bool has_messages_to_carry(store::Database& database);

// Makes mail and short messages of every message that has none yet, and returns how many. Who has
// not chosen any means, or has given no address, is told in the workbench alone.
int carry_messages(store::Database& database, const people::KeyRing& ring, Moment now);

}  // namespace gk::notify
