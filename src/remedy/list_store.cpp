// The list of reconsiderations and lawsuits: load_remedies() of store.hpp.
#include "base/assert.hpp"
#include "notify/condition_store.hpp"
#include "remedy/store.hpp"

namespace gk::remedy {

namespace {

template <typename Value>
Value known(const std::optional<Value>& value) {
    GK_ASSERT(value.has_value());
    return *value;
}

notify::Pace pace_of(const store::Statement& row) {
    if (row.get<std::optional<Date>>(11)) {
        return notify::Pace::answered;
    }
    return row.get<bool>(10) ? notify::Pace::paused : notify::Pace::running;
}

RemedySummary summary_of(const store::Statement& row) {
    const auto counted = row.get<std::optional<std::string>>(12);
    const auto owed_by = row.get<std::optional<Date>>(9);
    return {.public_id = row.get<std::string>(0),
            .agency_code = row.get<std::string>(14),
            .group = known(remedy_group_of(row.get<std::string>(1))),
            .application_id = row.get<std::optional<std::string>>(2),
            .title = row.get<std::string>(3),
            .body_name = row.get<std::string>(4),
            .body_number = row.get<std::string>(5),
            .masked_name = row.get<std::string>(6),
            .stage = known(remedy_stage_of(row.get<std::string>(7))),
            .opened_on = row.get<Date>(8),
            // A new reply that is owed is due although the case has been decided.
            .owed = {owed_by,
                     owed_by ? (row.get<bool>(10) ? notify::Pace::paused : notify::Pace::running)
                             : pace_of(row)},
            .concluded_on = row.get<std::optional<Date>>(11),
            .counted = counted ? std::optional(known(counted_as_of(*counted))) : std::nullopt,
            .version = row.get<std::int64_t>(13)};
}

}  // namespace

void add_counted(notify::SqlCondition& condition, const CountedRemedies& counted) {
    condition.add("opened_on <= ?", counted.last);
    if (counted.first) {
        condition.add("(concluded_on IS NULL OR concluded_on >= ?)", *counted.first);
        if (counted.is_filed_within) {
            condition.add("opened_on >= ?", *counted.first);
        }
    }
    if (counted.result == law::RemedyResult::total) {
        condition.add("(concluded_on IS NULL OR concluded_on > ? OR counted_as <> ?)", counted.last,
                      key(CountedAs::not_counted));
    } else if (counted.result == law::RemedyResult::pending) {
        condition.add("(concluded_on IS NULL OR concluded_on > ?)", counted.last);
    } else {
        condition.add("concluded_on <= ? AND counted_as = ?", counted.last,
                      key(counted_as(counted.result)));
    }
}

RemedyPage load_remedies(store::Snapshot& snapshot, const RemedyFilter& filter) {
    notify::SqlCondition condition;
    condition.add("agency_id = ?", filter.agency);
    if (filter.group) {
        condition.add("remedy_group = ?", law::key(*filter.group));
    }
    if (filter.stage) {
        condition.add("stage = ?", key(*filter.stage));
    }
    if (filter.application_id) {
        condition.add("application_id = ?", *filter.application_id);
    }
    if (filter.opened_from) {
        condition.add("opened_on >= ?", *filter.opened_from);
    }
    if (filter.opened_to) {
        condition.add("opened_on <= ?", *filter.opened_to);
    }
    if (filter.counted) {
        add_counted(condition, *filter.counted);
    }
    const auto pattern = "%" + filter.text + "%";
    if (!filter.text.empty()) {
        condition.add("(title LIKE ? OR body_name LIKE ? OR body_number LIKE ?)", pattern, pattern,
                      pattern);
    }
    RemedyPage page;
    {
        auto row = snapshot.query_with("SELECT COUNT(*) FROM remedy_cases" + condition.text(),
                                       condition.parameters());
        GK_ASSERT(row.next());
        page.total = row.get<std::int64_t>(0);
    }
    condition.add_value(filter.limit);
    condition.add_value(filter.offset);
    auto row = snapshot.query_with(
        "SELECT public_id, remedy_group, application_id, title, body_name, body_number,"
        " masked_name, stage, opened_on, owed_by, is_paused, concluded_on, counted_as, version,"
        " (SELECT code FROM agencies a WHERE a.id = agency_id) FROM remedy_cases" +
            condition.text() + " ORDER BY opened_on DESC, id DESC LIMIT ? OFFSET ?",
        condition.parameters());
    while (row.next()) {
        page.items.push_back(summary_of(row));
    }
    return page;
}

std::vector<std::pair<RemedyStage, std::int64_t>> count_stages(store::Snapshot& snapshot,
                                                               Id<people::Agency> agency) {
    std::vector<std::pair<RemedyStage, std::int64_t>> counts;
    auto row = snapshot.query(
        "SELECT stage, COUNT(*) FROM remedy_cases WHERE agency_id = ? GROUP BY stage", agency);
    while (row.next()) {
        counts.emplace_back(known(remedy_stage_of(row.get<std::string>(0))),
                            row.get<std::int64_t>(1));
    }
    return counts;
}

}  // namespace gk::remedy
