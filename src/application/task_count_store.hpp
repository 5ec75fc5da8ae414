// How many search tasks the units were given, and what became of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "application/count_store.hpp"

namespace gk::application {

struct TaskCount {
    Id<people::Agency> agency;
    std::string unit;  // That has it now.
    std::map<TaskState, std::int64_t> by_state;
    std::int64_t overdue_count = 0;  // Ended after their day, or not yet though it has passed.
};

// Of those given in the period, by agency and unit.
[[nodiscard]] std::vector<TaskCount> count_tasks(store::Snapshot& snapshot,
                                                 const std::vector<Id<people::Agency>>& agencies,
                                                 const Period& period, Date today);

}  // namespace gk::application
