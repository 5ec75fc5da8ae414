// The letter that goes the way of its case: reviewed, signed and delivered in the same transaction,
// so that outcome, number and date are fixed together. A case whose answer is written elsewhere
// names no letter of ours, and nothing of this is done.
#pragma once

#include "application/desk_service.hpp"
#include "application/standing.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// Does to the letter what the act does to the case, and completes the entry with what the letter
// says: its number when it is signed, the day that counts when it is delivered. What was done to
// the letter by itself before is not done again. A decision that names no letter takes the one that
// is being written along, where it is of the outcome; one of another outcome is taken out of use.
// Refuses a letter of another case or of another
// kind than the outcome has, a notice that has not been sent, and what the letter refuses.
[[nodiscard]] Result<void> take_letter_along(store::Transaction& transaction, const Desk& desk,
                                             const Case& of, const Standing& before, Action action,
                                             Entry& entry, const people::Actor& actor, Moment now);

// The letter of the answer that is being written: begun, or sent back. Nothing where there is none.
[[nodiscard]] std::optional<letter::Letter> open_answer(store::Snapshot& snapshot, const Case& of,
                                                        const people::Actor& actor);

// Takes it out of use: the outcome is another.
[[nodiscard]] Result<void> replace_answer(store::Transaction& transaction,
                                          const letter::Letter& letter, law::Outcome outcome,
                                          const people::Actor& actor, Moment now);

}  // namespace gk::application
