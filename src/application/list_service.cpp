#include "application/list_service.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "application/case_light.hpp"
#include "application/wanted_words.hpp"
#include "base/assert.hpp"
#include "store/list_query.hpp"

namespace gk::application {

namespace {

using store::ListQuery;
using store::Snapshot;

// The index for the order that is used most is on this expression.
constexpr std::string_view due_order = "COALESCE(reply_due_on, '9999-12-31')";

struct Order {
    std::string_view key;
    std::string_view column;
};

constexpr std::array<Order, 4> orders = {{
    {"reply_due_on", due_order},
    {"received_on", "COALESCE(received_on, '9999-12-31')"},
    {"number", "number"},
    {"concluded_on", "COALESCE(latest_concluded_on, '9999-12-31')"},
}};

template <typename Value>
Value known(std::optional<Value> value) {
    GK_ASSERT(value.has_value());
    return *value;
}

// The column after those of a line.
constexpr int found_count = 18;

CaseLine line_of(const store::Statement& row) {
    const auto outcome = row.get<std::optional<std::string>>(14);
    return {.public_id = row.get<std::string>(0),
            .number = row.get<std::string>(1),
            .agency = row.get<Id<people::Agency>>(2),
            .kind = known(case_kind_of(row.get<std::string>(3))),
            .applicant_kind = known(applicant_kind_of(row.get<std::string>(4))),
            .masked_name = row.get<std::string>(5),
            .title = wanted_words(row.get<std::string>(6), row.get<std::string>(7),
                                  row.get<std::string>(17)),
            .channel = known(law::channel_of(row.get<std::string>(8))),
            .submitted_on = row.get<Date>(9),
            .received_on = row.get<std::optional<Date>>(10),
            .reply_due_on = row.get<std::optional<Date>>(11),
            .is_provisional = row.get<bool>(12),
            .state = known(case_state_of(row.get<std::string>(13))),
            .outcome = outcome ? law::outcome_of(*outcome) : std::nullopt,
            .concluded_on = row.get<std::optional<Date>>(15),
            .version = row.get<std::int64_t>(16)};
}

// Agencies to which the same day is the last near one, all at once.
void count_states_of(Snapshot& snapshot, const std::vector<Id<people::Agency>>& agencies,
                     Date today, Date last_soon, std::vector<StateCount>& counts) {
    std::string sql =
        "SELECT agency_id, state, COUNT(*),"
        " SUM(CASE WHEN reply_due_on >= ? AND reply_due_on <= ? THEN 1 ELSE 0 END),"
        " SUM(CASE WHEN reply_due_on < ? THEN 1 ELSE 0 END) FROM cases WHERE agency_id IN (";
    std::vector<store::ListValue> values = {today, last_soon, today};
    for (const auto agency : agencies) {
        sql += agency == agencies.front() ? "?" : ", ?";
        values.emplace_back(agency);
    }
    std::vector<store::Parameter> parameters;
    for (const auto& value : values) {
        parameters.push_back(value.parameter());
    }
    auto row = snapshot.query_with(sql + ") GROUP BY agency_id, state ORDER BY agency_id, state",
                                   parameters);
    while (row.next()) {
        const auto state = known(case_state_of(row.get<std::string>(1)));
        const bool runs = pace_in(state) == notify::Pace::running;
        counts.push_back({.agency = row.get<Id<people::Agency>>(0),
                          .state = state,
                          .count = row.get<std::int64_t>(2),
                          .due_soon_count = runs ? row.get<std::int64_t>(3) : 0,
                          .overdue_count = runs ? row.get<std::int64_t>(4) : 0});
    }
}

}  // namespace

Listed<CaseLine> list_cases(const Desk& desk, const CaseFilter& filter, const ListPart& part,
                            Date today) {
    const ListQuery query(
        "public_id, number, agency_id, kind, applicant_kind, masked_name, title, description,"
        " channel, submitted_on, received_on, reply_due_on, is_provisional, state, latest_outcome,"
        " latest_concluded_on, version, document_number",
        "cases");
    const auto* const order = std::ranges::find(orders, part.sort, &Order::key);
    return desk.database.read([&](Snapshot& snapshot) {
        const auto settings = notify::load_all_settings(snapshot);
        const LightContext light{desk.calendar, settings, today};
        auto asked = query;
        add_conditions(asked, filter, light);
        asked.order_by(order == orders.end() ? due_order : order->column, part.direction)
            .order_by("id", part.direction);
        Listed<CaseLine> listed;
        // Whoever looks for a text has all rows read: once is enough.
        const bool has_text = !filter.text.empty();
        auto row = has_text ? asked.counted_rows_by("id", snapshot, part.offset, part.limit)
                            : asked.rows_by("id", snapshot, part.offset, part.limit);
        while (row.next()) {
            auto line = line_of(row);
            line.signal = light.signal(line.agency, due_date(line.state, line.reply_due_on));
            listed.rows.push_back(std::move(line));
            listed.total = has_text ? row.get<std::int64_t>(found_count) : 0;
        }
        if (!has_text || (listed.rows.empty() && part.offset > 0)) {
            listed.total = asked.count(snapshot);
        }
        return listed;
    });
}

std::vector<StateCount> count_states(const Desk& desk,
                                     const std::vector<Id<people::Agency>>& agencies, Date today) {
    std::vector<StateCount> counts;
    desk.database.read([&](Snapshot& snapshot) {
        counts.clear();
        const auto settings = notify::load_all_settings(snapshot);
        const LightContext light{desk.calendar, settings, today};
        for (const auto& [last_soon, near] : light.by_last_soon(agencies)) {
            count_states_of(snapshot, near, today, last_soon, counts);
        }
    });
    return counts;
}

std::vector<TaskLine> list_own_tasks(const Desk& desk, const people::Actor& actor, Date today) {
    const auto agencies = agencies_of(actor, people::Permission::case_search);
    ListQuery query(
        "cases.public_id, cases.number, cases.agency_id, task.event_number, task.unit,"
        " task.content, cases.title, cases.description, task.due_on, task.state,"
        " cases.document_number",
        "case_search_tasks task JOIN cases ON cases.id = task.case_id");
    query.where_among("task.agency_id", agencies)
        .where_one_of("task.state", {"given", "signed_for"})
        .where("cases.latest_concluded_on IS NULL")
        .order_by("COALESCE(task.due_on, '9999-12-31')", Direction::ascending)
        .order_by("task.case_id", Direction::ascending)
        .order_by("task.event_number", Direction::ascending);
    return desk.database.read([&](Snapshot& snapshot) {
        constexpr std::int64_t tasks_max = 500;
        const auto settings = notify::load_all_settings(snapshot);
        const LightContext light{desk.calendar, settings, today};
        std::vector<TaskLine> tasks;
        auto row = query.rows(snapshot, 0, tasks_max);
        while (row.next()) {
            TaskLine line{.case_id = row.get<std::string>(0),
                          .case_number = row.get<std::string>(1),
                          .agency = row.get<Id<people::Agency>>(2),
                          .event_number = row.get<int>(3),
                          .unit = row.get<std::string>(4),
                          .text = row.get<std::string>(5),
                          .title = wanted_words(row.get<std::string>(6), row.get<std::string>(7),
                                                row.get<std::string>(10)),
                          .due_on = row.get<std::optional<Date>>(8),
                          .state = known(task_state_of(row.get<std::string>(9)))};
            if (actor.may(people::Permission::case_search, line.agency, line.unit)) {
                line.signal = light.signal(line.agency, {.due_on = line.due_on});
                tasks.push_back(std::move(line));
            }
        }
        return tasks;
    });
}

std::map<std::string, CaseName> load_case_names(Snapshot& snapshot,
                                                const std::vector<std::string>& public_ids) {
    std::map<std::string, CaseName> names;
    if (public_ids.empty()) {
        return names;
    }
    ListQuery query("public_id, number, title, description, document_number", "cases");
    query.where_one_of("public_id", public_ids).order_by("id", Direction::ascending);
    auto row = query.rows(snapshot, 0, static_cast<std::int64_t>(public_ids.size()));
    while (row.next()) {
        names.emplace(
            row.get<std::string>(0),
            CaseName{.number = row.get<std::string>(1),
                     .title = wanted_words(row.get<std::string>(2), row.get<std::string>(3),
                                           row.get<std::string>(4))});
    }
    return names;
}

std::vector<Id<people::Agency>> agencies_of(const people::Actor& actor,
                                            people::Permission permission) {
    std::vector<Id<people::Agency>> agencies;
    for (const auto& held : actor.held_roles) {
        if (people::allows(held.role, permission)) {
            agencies.push_back(held.agency);
            agencies.insert(agencies.end(), held.agencies_below.begin(), held.agencies_below.end());
        }
    }
    std::ranges::sort(agencies);
    agencies.erase(std::ranges::unique(agencies).begin(), agencies.end());
    return agencies;
}

}  // namespace gk::application
