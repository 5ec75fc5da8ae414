// The tasks of a letter that goes its own way: what its status asks of whom. An answer is reviewed,
// signed and delivered with its case, whose tasks say so.
#pragma once

#include <string_view>

#include "letter/letter.hpp"
#include "store/transaction.hpp"

namespace gk::letter {

// Whether letters of this kind go the way of their case: the answers, and what becomes of a record.
[[nodiscard]] bool goes_with_case(law::LetterKind kind);

// In the transaction of the act by which the letter came to stand so.
void bring_tasks_along(store::Transaction& transaction, const Letter& letter,
                       std::string_view actor_name, Moment now);

}  // namespace gk::letter
