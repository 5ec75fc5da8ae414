#include "report/compute_store.hpp"

#include "base/assert.hpp"
#include "remedy/remedy.hpp"

namespace gk::report {

namespace {

using store::Snapshot;

template <typename Value>
Value known(const std::optional<Value>& value) {
    GK_ASSERT(value.has_value());
    return *value;
}

}  // namespace

std::vector<RemedyCount> count_remedies(Snapshot& snapshot, Id<people::Agency> agency,
                                        int report_year, RemedyScope scope) {
    auto row = snapshot.query(
        "SELECT remedy_group, opened_on, concluded_on, counted_as, COUNT(*) FROM remedy_cases"
        " WHERE agency_id = ? AND opened_on <= ?"
        " AND (concluded_on IS NULL OR concluded_on >= ?) GROUP BY 1, 2, 3, 4",
        agency, Date::last_of(report_year), Date::first_of(report_year));
    std::vector<RemedyCount> counts;
    while (row.next()) {
        const auto counted = row.get<std::optional<std::string>>(3);
        const RemedyFact fact{
            .group = known(remedy::remedy_group_of(row.get<std::string>(0))),
            .opened_on = row.get<Date>(1),
            .concluded_on = row.get<std::optional<Date>>(2),
            .result =
                counted ? remedy::result_of(known(remedy::counted_as_of(*counted))) : std::nullopt};
        if (const auto result = result_in(fact, report_year, scope)) {
            counts.push_back({fact.group, *result, row.get<std::int64_t>(4)});
        }
    }
    return counts;
}

}  // namespace gk::report
