// The table waiting_files: what was sent in and is not named by any act yet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/stored_file.hpp"
#include "store/transaction.hpp"

namespace gk::document {

// `kept_for`: the public id of the case or remedy whose act may name it; empty: any case that is
// about to be registered in the agency of the file.
void insert_waiting_file(store::Transaction& transaction, const StoredFile& file,
                         std::string_view kept_for, Moment now);

// For what the file waits; nothing where it does not.
[[nodiscard]] std::optional<std::string> load_waited_for(store::Snapshot& snapshot,
                                                         std::string_view file);

// An act names these now.
void end_waiting(store::Transaction& transaction, const std::vector<std::string>& files);

// Removes those that have waited since before that moment, with their rows in stored_files; returns
// where they lay, which is for document::remove_unnamed().
[[nodiscard]] std::vector<std::string> delete_waiting_files(store::Transaction& transaction,
                                                            Moment kept_before, int count_max);

}  // namespace gk::document
