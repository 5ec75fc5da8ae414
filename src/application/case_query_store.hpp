// Which cases are meant: what a list is filtered by, a statistic counts and opens, said once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/standing.hpp"
#include "law/report_format.hpp"
#include "notify/settings_store.hpp"
#include "store/list_query.hpp"

namespace gk::application {

struct CaseFilter {
    std::vector<Id<people::Agency>> agencies;  // Of these only; empty: no case at all.
    std::vector<CaseState> states = {};        // Empty: all; so below.
    std::optional<bool> is_open = {};          // Without outcome, or with one.
    std::vector<CaseKind> kinds = {};
    std::vector<ApplicantKind> applicant_kinds = {};
    std::vector<law::Channel> channels = {};
    std::vector<law::Outcome> outcomes = {};
    // What is due today is due soon as well. By the lights of the agency of each case.
    std::optional<notify::Urgency> urgency = {};
    std::optional<Date> received_from = {};
    std::optional<Date> received_to = {};
    std::optional<Date> concluded_from = {};
    std::optional<Date> concluded_to = {};
    std::string text = {};  // In number, title, description, masked name.
    // What the annual report goes by: the first outcome.
    std::optional<law::ApplicationRow> counted_row = {};  // Of the 2021 form.
    std::optional<Date> counted_from = {};
    std::optional<Date> counted_to = {};
    std::optional<Date> open_on = {};  // Received by then and without outcome at its end.
    std::optional<Timeliness> timeliness = {};
    std::optional<Date> fee_notified_from = {};
    std::optional<Date> fee_notified_to = {};
    std::optional<Date> paid_from = {};
    std::optional<Date> paid_to = {};
    // With a search task that was given to this unit in these days.
    std::optional<std::string> unit = {};
    std::optional<Date> task_given_from = {};
    std::optional<Date> task_given_to = {};
    std::optional<TaskState> task_state = {};

    friend bool operator==(const CaseFilter&, const CaseFilter&) = default;
};

// What the light of a case is judged by: what its agency has laid down.
struct LightContext {
    const law::WorkingCalendar& calendar;
    const notify::AllSettings& settings;
    Date today;

    [[nodiscard]] notify::Signal signal(Id<people::Agency> agency,
                                        const notify::DueDate& due) const;
    // The last day that is near.
    [[nodiscard]] Date last_soon(Id<people::Agency> agency) const;
    // The same of many, who mostly share it.
    [[nodiscard]] std::map<Date, std::vector<Id<people::Agency>>> by_last_soon(
        const std::vector<Id<people::Agency>>& agencies) const;
};

// Of the table `cases`.
void add_conditions(store::ListQuery& query, const CaseFilter& filter, const LightContext& light);

// Without outcome.
[[nodiscard]] std::int64_t count_open_cases(store::Snapshot& snapshot, Id<people::Agency> agency);

// Of cases without outcome, not answered by the unit that has them.
[[nodiscard]] std::int64_t count_open_search_tasks(store::Snapshot& snapshot,
                                                   Id<people::Agency> agency,
                                                   std::string_view unit);

}  // namespace gk::application
