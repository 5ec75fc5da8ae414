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
// the letter by itself before is not done again. Refuses a letter of another case or of another
// kind than the outcome has, a notice that has not been sent, and what the letter refuses.
[[nodiscard]] Result<void> take_letter_along(store::Transaction& transaction, const Desk& desk,
                                             const Case& of, const Standing& before, Action action,
                                             Entry& entry, const people::Actor& actor, Moment now);

}  // namespace gk::application
