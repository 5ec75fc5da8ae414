#include "report/compute_store.hpp"

#include "base/assert.hpp"
#include "remedy/remedy.hpp"
#include "store/list_query.hpp"

namespace gk::report {

namespace {

using store::Snapshot;

template <typename Value>
Value known(const std::optional<Value>& value) {
    GK_ASSERT(value.has_value());
    return *value;
}

}  // namespace

std::vector<RemedyCount> count_remedies(Snapshot& snapshot,
                                        const std::vector<Id<people::Agency>>& agencies,
                                        const application::Period& period, RemedyScope scope) {
    store::ListQuery query("", "remedy_cases");
    query.where_among("agency_id", agencies)
        .where("opened_on <= ?", {period.last})
        .where("concluded_on IS NULL OR concluded_on >= ?", {period.first});
    auto row = query.groups(snapshot, "remedy_group, opened_on, concluded_on, counted_as");
    std::vector<RemedyCount> counts;
    while (row.next()) {
        const auto counted = row.get<std::optional<std::string>>(3);
        const RemedyFact fact{
            .group = known(remedy::remedy_group_of(row.get<std::string>(0))),
            .opened_on = row.get<Date>(1),
            .concluded_on = row.get<std::optional<Date>>(2),
            .result =
                counted ? remedy::result_of(known(remedy::counted_as_of(*counted))) : std::nullopt};
        if (const auto result = result_in(fact, period, scope)) {
            counts.push_back({fact.group, *result, row.get<std::int64_t>(4)});
        }
    }
    return counts;
}

std::vector<RemedyCount> count_remedies(Snapshot& snapshot, Id<people::Agency> agency,
                                        int report_year, RemedyScope scope) {
    return count_remedies(snapshot, std::vector{agency}, application::Period::of_year(report_year),
                          scope);
}

}  // namespace gk::report
