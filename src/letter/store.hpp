// The tables letters, letter_acts and letter_deliveries.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "letter/letter.hpp"
#include "store/transaction.hpp"

namespace gk::letter {

[[nodiscard]] std::optional<Letter> load_letter(store::Snapshot& snapshot,
                                                std::string_view public_id);

// In the order in which they were begun.
[[nodiscard]] std::vector<Letter> load_letters(store::Snapshot& snapshot, std::string_view case_id);

// A letter of version 0 without acts: its first act and its first draft must follow.
[[nodiscard]] Letter insert_letter(store::Transaction& transaction, Letter letter);

// Writes the act, here and in the trail, and brings the projection (status, version, draft, number,
// dates, files) of `after` along. `before` is the version that must still be there.
void append_act(store::Transaction& transaction, const Letter& after, const LetterAct& act,
                std::int64_t before);

// The copy that the seal service gave, as a new version of the letter.
void update_sealed_file(store::Transaction& transaction, const Letter& letter);

void insert_delivery(store::Transaction& transaction, const Letter& letter,
                     const LetterDelivery& delivery);
void update_delivery(store::Transaction& transaction, const Letter& letter,
                     const LetterDelivery& delivery);

}  // namespace gk::letter
