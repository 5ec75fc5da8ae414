// The tasks of a case: what its state asks of whom, and until when. They follow the events, so that
// reminders are sent and nobody ends a task by hand.
#pragma once

#include <optional>
#include <string_view>

#include "application/standing.hpp"
#include "people/role.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// Whose turn it is in this state; nobody's once it is closed.
[[nodiscard]] std::optional<people::Role> role_asked(CaseState state);

// In the transaction of the act or the passing of a day by which the case came to stand so.
void bring_tasks_along(store::Transaction& transaction, const Case& of, const Standing& standing,
                       std::string_view actor_name, Moment now);

}  // namespace gk::application
