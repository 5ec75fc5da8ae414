// The tasks of a remedy: what the agency owes in it, and until when.
#pragma once

#include <string_view>

#include "remedy/standing.hpp"
#include "store/transaction.hpp"

namespace gk::remedy {

// What messages, tasks and the trail call a remedy.
inline constexpr std::string_view object_kind = "remedy";

// What the agency owes becomes a task of the clerks; what it no longer owes ends. In the
// transaction of the act or the change of the calendar by which the case came to stand so.
void bring_tasks_along(store::Transaction& transaction, const RemedyCase& of,
                       const Standing& standing, std::string_view actor_name, Moment now);

}  // namespace gk::remedy
