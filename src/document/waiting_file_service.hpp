// Taking in a file before the act that names it: a clean copy, sealed, that waits.
#pragma once

#include <string_view>

#include "document/file_store.hpp"
#include "document/stored_file.hpp"
#include "store/database.hpp"

namespace gk::document {

struct ArrivingFile {
    Id<people::Agency> agency;
    std::string_view kept_for;  // As for insert_waiting_file().
    std::string_view name;      // As it was called where it came from.
    std::string_view bytes;
};

// Refuses as clean_file() does, at no field; then nothing is kept.
[[nodiscard]] Result<StoredFile> keep_waiting_file(store::Database& database,
                                                   const FileStore& files,
                                                   const ArrivingFile& arriving, Moment now);

}  // namespace gk::document
