#include "application/case_query_store.hpp"

#include <algorithm>
#include <map>

#include "application/case_light.hpp"
#include "base/assert.hpp"

namespace gk::application {

namespace {

using store::ListQuery;
using store::ListValue;

template <typename Value>
std::vector<std::string> keys_of(const std::vector<Value>& values) {
    std::vector<std::string> keys;
    keys.reserve(values.size());
    for (const auto value : values) {
        keys.emplace_back(key(value));
    }
    return keys;
}

std::vector<std::string> states_with(notify::Pace pace) {
    std::vector<std::string> keys;
    for (const auto state : case_states()) {
        if (pace_in(state) == pace) {
            keys.emplace_back(key(state));
        }
    }
    return keys;
}

std::vector<std::string> states_that(bool are_open) {
    std::vector<std::string> keys;
    for (const auto state : case_states()) {
        if (is_concluded(state) != are_open) {
            keys.emplace_back(key(state));
        }
    }
    return keys;
}

std::vector<std::string> outcomes_in(law::ApplicationRow row) {
    // The regulation of 2019 has all outcomes that can be chosen.
    const auto outcomes = law::outcomes_on(Date(2019, 5, 15));
    GK_ASSERT(outcomes.has_value());
    std::vector<std::string> keys;
    for (const auto outcome : *outcomes) {
        if (law::report_row(outcome, law::ReportFormat::form_2021) == row) {
            keys.emplace_back(law::key(outcome));
        }
    }
    return keys;
}

// On one side ("reply_due_on <=") of the last day that is near, which each agency lays down for
// itself.
void where_near(ListQuery& query, const std::vector<Id<people::Agency>>& agencies,
                std::string_view column_and_side, const LightContext& light) {
    const auto by_day = light.by_last_soon(agencies);
    const bool is_one_day = by_day.size() == 1;
    std::string condition;
    std::vector<ListValue> values;
    for (const auto& [day, with_day] : by_day) {
        condition.append(condition.empty() ? "(" : " OR (").append(column_and_side).append(" ?");
        values.emplace_back(day);
        for (std::size_t i = 0; i < with_day.size() && !is_one_day; ++i) {
            condition.append(i == 0 ? " AND cases.agency_id IN (?" : ", ?");
            values.emplace_back(with_day[i]);
        }
        condition += is_one_day ? ")" : "))";
    }
    if (!values.empty()) {
        query.where(condition, std::move(values));
    }
}

void where_urgency(ListQuery& query, const CaseFilter& filter, notify::Urgency urgency,
                   const LightContext& light) {
    using notify::Pace;
    using notify::Urgency;
    const auto pace = notify::pace_of(key(urgency)).value_or(Pace::running);
    query.where_one_of("state", states_with(pace));
    switch (urgency) {
        case Urgency::overdue:
            query.where("reply_due_on < ?", {ListValue(light.today)});
            return;
        case Urgency::due_today:
            query.where("reply_due_on >= ? AND reply_due_on <= ?",
                        {ListValue(light.today),
                         ListValue(notify::last_due_within(0, light.today, light.calendar))});
            return;
        case Urgency::due_soon:
            query.where("reply_due_on >= ?", {ListValue(light.today)});
            where_near(query, filter.agencies, "reply_due_on <=", light);
            return;
        case Urgency::in_time:
            // Or without a last day.
            where_near(query, filter.agencies, "COALESCE(reply_due_on, '9999-12-31') >", light);
            return;
        case Urgency::paused:
        case Urgency::unstarted:
        case Urgency::answered:
            return;
    }
}

void where_task(ListQuery& query, const CaseFilter& filter) {
    if (!filter.unit) {
        return;
    }
    std::string condition =
        "EXISTS (SELECT 1 FROM case_search_tasks task WHERE task.agency_id = cases.agency_id"
        " AND task.case_id = cases.id AND task.unit = ?";
    std::vector<ListValue> values = {ListValue(*filter.unit)};
    if (filter.task_given_from) {
        condition += " AND task.given_on >= ?";
        values.emplace_back(*filter.task_given_from);
    }
    if (filter.task_given_to) {
        condition += " AND task.given_on <= ?";
        values.emplace_back(*filter.task_given_to);
    }
    if (filter.task_state) {
        condition += " AND task.state = ?";
        values.emplace_back(key(*filter.task_state));
    }
    query.where(condition + ")", std::move(values));
}

void where_counted(ListQuery& query, const CaseFilter& filter) {
    if (filter.counted_row) {
        const auto outcomes = outcomes_in(*filter.counted_row);
        if (outcomes.empty()) {
            query.where("1 = 0");  // A row that counts no outcome.
        }
        query.where_one_of("outcome", outcomes);
    }
    query.where_if("concluded_on >= ?", filter.counted_from)
        .where_if("concluded_on <= ?", filter.counted_to);
    if (filter.open_on) {
        query.where("received_on <= ? AND (concluded_on IS NULL OR concluded_on > ?)",
                    {ListValue(*filter.open_on), ListValue(*filter.open_on)});
    }
    if (filter.timeliness) {
        query.where("timeliness = ?", {ListValue(key(*filter.timeliness))});
    }
}

// OPTIMIZATION: the number of a case is in ASCII; a text with a Chinese character is not in it.
std::vector<std::string_view> searched_columns(std::string_view text) {
    std::vector<std::string_view> columns = {"title", "document_number", "description",
                                             "masked_name"};
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        columns.insert(columns.begin(), "number");
    }
    return columns;
}

}  // namespace

notify::Signal LightContext::signal(Id<people::Agency> agency, const notify::DueDate& due) const {
    return notify::signal(due, today, calendar, notify::lights_of(settings, agency));
}

Date LightContext::last_soon(Id<people::Agency> agency) const {
    return notify::last_due_within(notify::lights_of(settings, agency).soon_from, today, calendar);
}

std::map<Date, std::vector<Id<people::Agency>>> LightContext::by_last_soon(
    const std::vector<Id<people::Agency>>& agencies) const {
    std::map<Date, std::vector<Id<people::Agency>>> by_day;
    for (const auto agency : agencies) {
        by_day[last_soon(agency)].push_back(agency);
    }
    return by_day;
}

void add_conditions(ListQuery& query, const CaseFilter& filter, const LightContext& light) {
    query.where_among("cases.agency_id", filter.agencies)
        .where_one_of("state", keys_of(filter.states))
        .where_one_of("kind", keys_of(filter.kinds))
        .where_one_of("applicant_kind", keys_of(filter.applicant_kinds))
        .where_one_of("channel", keys_of(filter.channels))
        .where_one_of("latest_outcome", keys_of(filter.outcomes))
        .where_if("received_on >= ?", filter.received_from)
        .where_if("received_on <= ?", filter.received_to)
        .where_if("latest_concluded_on >= ?", filter.concluded_from)
        .where_if("latest_concluded_on <= ?", filter.concluded_to)
        .where_if("fee_notified_on >= ?", filter.fee_notified_from)
        .where_if("fee_notified_on <= ?", filter.fee_notified_to)
        .where_if("paid_on >= ?", filter.paid_from)
        .where_if("paid_on <= ?", filter.paid_to)
        .where_contains(searched_columns(filter.text), filter.text);
    if (filter.is_open) {
        query.where_one_of("state", states_that(*filter.is_open));
    }
    where_counted(query, filter);
    where_task(query, filter);
    if (filter.urgency) {
        where_urgency(query, filter, *filter.urgency, light);
    }
}

std::int64_t count_open_cases(store::Snapshot& snapshot, Id<people::Agency> agency) {
    store::ListQuery query("id", "cases");
    query.where_among("agency_id", std::vector{agency}).where_one_of("state", states_that(true));
    return query.count(snapshot);
}

std::int64_t count_open_search_tasks(store::Snapshot& snapshot, Id<people::Agency> agency,
                                     std::string_view unit) {
    store::ListQuery query("task.case_id",
                           "case_search_tasks task JOIN cases ON cases.id = task.case_id");
    query.where_among("task.agency_id", std::vector{agency})
        .where("task.unit = ?", {std::string(unit)})
        .where_one_of("task.state", {"given", "signed_for"})
        .where("cases.latest_concluded_on IS NULL");
    return query.count(snapshot);
}

}  // namespace gk::application
