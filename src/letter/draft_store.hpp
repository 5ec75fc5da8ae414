// The table letter_drafts: what a letter said each time it was written, sealed.
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "letter/letter.hpp"
#include "people/reseal_service.hpp"
#include "store/transaction.hpp"

namespace gk::letter {

// For a change of keys.
[[nodiscard]] people::SealedTable sealed_letter_drafts();

void insert_draft(store::Transaction& transaction, const people::KeyRing& ring, Id<Letter> letter,
                  const LetterDraft& draft);

// Nothing where it was not written that often. Refuses as people::open_sealed() does.
[[nodiscard]] Result<std::optional<LetterDraft>> load_draft(store::Snapshot& snapshot,
                                                            const people::KeyRing& ring,
                                                            Id<Letter> letter, int number);

// Without their texts.
[[nodiscard]] std::vector<LetterDraft> load_draft_heads(store::Snapshot& snapshot,
                                                        Id<Letter> letter);

}  // namespace gk::letter
