// The list of reconsiderations and lawsuits: load_remedies() of store.hpp.
#include "base/assert.hpp"
#include "notify/condition_store.hpp"
#include "remedy/remedy_light.hpp"
#include "remedy/store.hpp"

namespace gk::remedy {

namespace {

template <typename Value>
Value known(const std::optional<Value>& value) {
    GK_ASSERT(value.has_value());
    return *value;
}

RemedySummary summary_of(const store::Statement& row) {
    const auto counted = row.get<std::optional<std::string>>(12);
    const auto stage = known(remedy_stage_of(row.get<std::string>(7)));
    return {.public_id = row.get<std::string>(0),
            .agency_code = row.get<std::string>(14),
            .group = known(remedy_group_of(row.get<std::string>(1))),
            .application_id = row.get<std::optional<std::string>>(2),
            .title = row.get<std::string>(3),
            .body_name = row.get<std::string>(4),
            .body_number = row.get<std::string>(5),
            .masked_name = row.get<std::string>(6),
            .stage = stage,
            .opened_on = row.get<Date>(8),
            .owed = owed_in(stage, row.get<std::optional<Date>>(9), row.get<bool>(10)),
            .concluded_on = row.get<std::optional<Date>>(11),
            .counted = counted ? std::optional(known(counted_as_of(*counted))) : std::nullopt,
            .version = row.get<std::int64_t>(13)};
}

// The stages in which nothing is owed, with a day or without.
std::string stages_with(notify::Pace pace) {
    std::string keys;
    for (const auto stage : remedy_stages()) {
        if (owed_in(stage, std::nullopt, false).pace == pace) {
            keys.append(keys.empty() ? "'" : ", '").append(key(stage)).append("'");
        }
    }
    return keys;
}

void add_urgency(notify::SqlCondition& condition, notify::Urgency urgency,
                 const OwedBounds& bounds) {
    using notify::Urgency;
    switch (urgency) {
        case Urgency::overdue:
            condition.add("is_paused = 0 AND owed_by < ?", bounds.today);
            return;
        case Urgency::due_today:
            condition.add("is_paused = 0 AND owed_by >= ? AND owed_by <= ?", bounds.today,
                          bounds.last_today);
            return;
        case Urgency::due_soon:
            condition.add("is_paused = 0 AND owed_by >= ? AND owed_by <= ?", bounds.today,
                          bounds.last_soon);
            return;
        case Urgency::in_time:
            condition.add("is_paused = 0 AND (owed_by > ? OR (owed_by IS NULL AND stage IN (" +
                              stages_with(notify::Pace::running) + ")))",
                          bounds.last_soon);
            return;
        case Urgency::paused:
            condition.add(
                "((is_paused = 1 AND owed_by IS NOT NULL) OR (owed_by IS NULL AND stage IN (" +
                stages_with(notify::Pace::paused) + ")))");
            return;
        case Urgency::unstarted:
        case Urgency::answered:
            condition.add("owed_by IS NULL AND stage IN (" +
                          stages_with(*notify::pace_of(key(urgency))) + ")");
            return;
    }
}

}  // namespace

OwedBounds owed_bounds(Date today, const law::WorkingCalendar& calendar,
                       const notify::LightRules& rules) {
    return {.today = today,
            .last_today = notify::last_due_within(0, today, calendar),
            .last_soon = notify::last_due_within(rules.soon_from, today, calendar)};
}

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
    if (filter.urgency) {
        add_urgency(condition, *filter.urgency, filter.bounds);
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

std::vector<StageCount> count_stages(store::Snapshot& snapshot, Id<people::Agency> agency,
                                     const OwedBounds& bounds) {
    std::vector<StageCount> counts;
    auto row = snapshot.query(
        "SELECT stage, COUNT(*),"
        " SUM(CASE WHEN is_paused = 0 AND owed_by >= ? AND owed_by <= ? THEN 1 ELSE 0 END),"
        " SUM(CASE WHEN is_paused = 0 AND owed_by < ? THEN 1 ELSE 0 END)"
        " FROM remedy_cases WHERE agency_id = ? GROUP BY stage ORDER BY stage",
        bounds.today, bounds.last_soon, bounds.today, agency);
    while (row.next()) {
        counts.push_back({.stage = known(remedy_stage_of(row.get<std::string>(0))),
                          .count = row.get<std::int64_t>(1),
                          .due_soon_count = row.get<std::int64_t>(2),
                          .overdue_count = row.get<std::int64_t>(3)});
    }
    return counts;
}

std::int64_t count_open_remedies(store::Snapshot& snapshot, Id<people::Agency> agency) {
    auto row =
        snapshot.query("SELECT COUNT(*) FROM remedy_cases WHERE agency_id = ? AND stage <> ?",
                       agency, key(RemedyStage::closed));
    GK_ASSERT(row.next());
    return row.get<std::int64_t>(0);
}

}  // namespace gk::remedy
