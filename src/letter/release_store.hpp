// The tables released_files and severances.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "letter/letter.hpp"
#include "store/transaction.hpp"

namespace gk::letter {

// A file that went out with an answer and that everybody may have.
struct PublishedAnswer {
    std::string public_id;  // Of the released file.
    std::string title;
    std::string agency_name;
    Date delivered_on;
};

// In their order.
[[nodiscard]] std::vector<ReleasedFile> load_released_files(store::Snapshot& snapshot,
                                                            Id<Letter> letter);

// Returns it with its ids and position.
[[nodiscard]] ReleasedFile insert_released_file(store::Transaction& transaction,
                                                const Letter& letter, ReleasedFile file);

void replace_severances(store::Transaction& transaction, const ReleasedFile& file);

void delete_released_file(store::Transaction& transaction, const ReleasedFile& file);

[[nodiscard]] std::vector<PublishedAnswer> load_published(store::Snapshot& snapshot);
// The letter with which such a file went out.
[[nodiscard]] std::optional<Id<Letter>> find_letter_of_published(store::Snapshot& snapshot,
                                                                 std::string_view public_id);

// Everybody may have it from the delivery of its letter on.
void mark_publishable(store::Transaction& transaction, const ReleasedFile& file);

void update_review(store::Transaction& transaction, const ReleasedFile& file);

}  // namespace gk::letter
