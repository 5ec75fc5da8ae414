// The tables released_files and severances.
#pragma once

#include <vector>

#include "letter/letter.hpp"
#include "store/transaction.hpp"

namespace gk::letter {

// In their order.
[[nodiscard]] std::vector<ReleasedFile> load_released_files(store::Snapshot& snapshot,
                                                            Id<Letter> letter);

// Returns it with its ids and position.
[[nodiscard]] ReleasedFile insert_released_file(store::Transaction& transaction,
                                                const Letter& letter, ReleasedFile file);

void replace_severances(store::Transaction& transaction, const ReleasedFile& file);

void delete_released_file(store::Transaction& transaction, const ReleasedFile& file);

void update_review(store::Transaction& transaction, const ReleasedFile& file);

}  // namespace gk::letter
