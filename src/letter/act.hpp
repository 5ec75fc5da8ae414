// The one way in which an act changes a letter: load, permit, change, save with its trail.
#pragma once

#include <functional>
#include <string_view>

#include "letter/service.hpp"

namespace gk::letter {

// The letter, for who may read the cases of its agency; refuses a version that has passed.
[[nodiscard]] Result<Letter> load_for(store::Snapshot& snapshot, const LetterReference& reference,
                                      const people::Actor& actor);

struct Change {
    LetterAction action = LetterAction::write;
    std::string_view comment = {};
    // Called once permitted, with the letter already in its new status; may refuse.
    std::function<Result<void>(Letter&, const std::string& actor_name)> apply = {};
};

// Returns the letter as it is after the act.
[[nodiscard]] Result<Letter> change(store::Transaction& transaction, Letter letter,
                                    const people::Actor& actor, Moment now, const Change& made);

}  // namespace gk::letter
