// What signing in leaves behind is deleted when its time (kept_record.hpp) is over.
#pragma once

#include <cstdint>
#include <vector>

#include "people/actor.hpp"
#include "people/kept_record.hpp"
#include "store/database.hpp"

namespace gk::people {

struct DeletedRecords {
    KeptRecord record = KeptRecord::sign_in;
    std::int64_t count = 0;
};

// A part at a time, so that nobody waits long. Refuses who may not operate. The trail says how many
// of each; one entry for each kind of which there were any. Returns all kinds, in their order.
[[nodiscard]] Result<std::vector<DeletedRecords>> delete_outdated(store::Database& database,
                                                                  const Actor& actor, Moment now);

}  // namespace gk::people
