// The table stored_files.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/stored_file.hpp"
#include "store/transaction.hpp"

namespace gk::document {

struct NewStoredFile {
    Id<people::Agency> agency;
    MediaKind kind = MediaKind::pdf;
    std::string_view given_name;  // Any bytes; kept as plain_file_name() makes it.
    const PlacedFile& placed;
};

// Writes the row; the file has been placed before, outside of the transaction.
[[nodiscard]] StoredFile insert_stored_file(store::Transaction& transaction,
                                            const NewStoredFile& given, Moment now);

// Whoever calls it decides who may see the file.
[[nodiscard]] std::optional<StoredFile> load_stored_file(store::Snapshot& snapshot,
                                                         std::string_view public_id);
[[nodiscard]] std::optional<StoredFile> load_stored_file(store::Snapshot& snapshot,
                                                         Id<StoredFile> id);

// Those that lie sealed, by id, after this one.
[[nodiscard]] std::vector<StoredFile> load_sealed_files(store::Snapshot& snapshot,
                                                        Id<StoredFile> after, int count_max);
// The same bytes lie elsewhere now.
void move_stored_file(store::Transaction& transaction, Id<StoredFile> id, std::string_view address);

// Removes the row; the file becomes an orphan unless another row names it.
void delete_stored_file(store::Transaction& transaction, Id<StoredFile> id);

}  // namespace gk::document
