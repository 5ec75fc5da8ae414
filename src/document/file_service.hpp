// The stored files as a whole: whether all that the database names lies there unharmed, and what
// lies there without being named.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/file_store.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::document {

struct FileCheck {
    std::int64_t file_count = 0;  // That the database names.
    std::vector<std::string> missing;
    std::vector<std::string> damaged;
    std::vector<FileStore::Entry> orphans;  // Older than a day: no upload in progress.
};

// Reads every file.
[[nodiscard]] FileCheck check_files(store::Database& database, const FileStore& files, Moment now);

struct Collected {
    std::int64_t file_count = 0;
    std::int64_t byte_count = 0;
};

// Removes the orphans. Refuses who may not. The trail records it.
[[nodiscard]] Result<Collected> collect_orphans(store::Database& database, const FileStore& files,
                                                const people::Actor& actor, Moment now);

// Removes those of these files that no row of the database names any more.
void remove_unnamed(store::Database& database, const FileStore& files,
                    const std::vector<std::string>& addresses);

}  // namespace gk::document
