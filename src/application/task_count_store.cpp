#include "application/task_count_store.hpp"

#include "base/assert.hpp"
#include "store/list_query.hpp"

namespace gk::application {

std::vector<TaskCount> count_tasks(store::Snapshot& snapshot,
                                   const std::vector<Id<people::Agency>>& agencies,
                                   const Period& period, Date today) {
    store::ListQuery query("", "case_search_tasks");
    query.where_among("agency_id", agencies)
        .where("given_on >= ?", {period.first})
        .where("given_on <= ?", {period.last});
    std::vector<TaskCount> counts;
    auto row = query.groups(snapshot, "agency_id, unit, state, due_on, ended_on");
    while (row.next()) {
        const auto agency = row.get<Id<people::Agency>>(0);
        auto unit = row.get<std::string>(1);
        if (counts.empty() || counts.back().agency != agency || counts.back().unit != unit) {
            counts.push_back({.agency = agency, .unit = std::move(unit), .by_state = {}});
        }
        const auto state = task_state_of(row.get<std::string>(2));
        GK_ASSERT(state.has_value());
        const auto due_on = row.get<std::optional<Date>>(3);
        const auto ended_on = row.get<std::optional<Date>>(4).value_or(today);
        const auto count = row.get<std::int64_t>(5);
        counts.back().by_state[*state] += count;
        counts.back().overdue_count += due_on && *due_on < ended_on ? count : 0;
    }
    return counts;
}

}  // namespace gk::application
