// The database as text: a line of JSON for the history of its schema, one for each table and one
// for each row. Either database writes it and either is filled from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backup/manifest.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "store/transaction.hpp"

namespace gk::backup {

// Writes the file anew, for its owner alone. Nothing where the database has no table. Throws Fault
// where the disk does not take it.
[[nodiscard]] std::optional<DatabaseMark> write_dump(store::Snapshot& snapshot,
                                                     const std::filesystem::path& file);

// Fills the database from the file; nothing of what there was is left. Refuses a schema that this
// program does not know and, in the name of the archive, a file that is not what write_dump() has
// written; throws store::Violation where its rows do not go together.
[[nodiscard]] Result<void> load_dump(store::Transaction& transaction,
                                     const std::filesystem::path& file, std::string_view archive);

[[nodiscard]] bool has_tables(store::Snapshot& snapshot);
[[nodiscard]] bool has_trail(store::Snapshot& snapshot);

// The SHA-256 of what every stored file must be on disk, as its rows say, in order and once each.
[[nodiscard]] std::vector<std::string> stored_addresses(store::Snapshot& snapshot);

struct ClosedAccess {
    std::int64_t sessions = 0;
    std::int64_t links = 0;
};

// Ends every session and drops every one-time link: whoever held one then need not be who may come
// in today. Nothing where the database has no such tables.
ClosedAccess close_access(store::Transaction& transaction, Moment now);

}  // namespace gk::backup
