// Lists of cases, of search tasks, and how many there are: read from the projection alone, without
// who the applicants are.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "application/case_query_store.hpp"
#include "application/desk_service.hpp"
#include "application/standing.hpp"
#include "base/list_part.hpp"
#include "notify/light.hpp"
#include "people/actor.hpp"

namespace gk::application {

// What a list shows of a case.
struct CaseLine {
    std::string public_id;
    std::string number;
    Id<people::Agency> agency;
    CaseKind kind = CaseKind::disclosure;
    ApplicantKind applicant_kind = ApplicantKind::natural_person;
    std::string masked_name;
    std::string title;  // Or what describes it, where it has no title.
    law::Channel channel = law::Channel::counter;
    Date submitted_on;
    std::optional<Date> received_on;
    std::optional<Date> reply_due_on;
    bool is_provisional = false;
    CaseState state = CaseState::awaiting_confirmation;
    std::optional<law::Outcome> outcome;  // The latest.
    std::optional<Date> concluded_on;
    std::int64_t version = 0;
    notify::Signal signal = {};  // By the lights of its agency.
};

// Sorted by reply_due_on (the default), received_on, number or concluded_on. What has no such date
// comes last in ascending order.
[[nodiscard]] Listed<CaseLine> list_cases(const Desk& desk, const CaseFilter& filter,
                                          const ListPart& part, Date today);

struct StateCount {
    Id<people::Agency> agency;
    CaseState state = CaseState::awaiting_confirmation;
    std::int64_t count = 0;
    std::int64_t due_soon_count = 0;  // Of these,
    std::int64_t overdue_count = 0;   // where the clock runs.
};

// Counts and deadlines, no applicant: for supervisors too.
[[nodiscard]] std::vector<StateCount> count_states(const Desk& desk,
                                                   const std::vector<Id<people::Agency>>& agencies,
                                                   Date today);

struct TaskLine {
    std::string case_id;  // The public one.
    std::string case_number;
    Id<people::Agency> agency;
    int event_number = 0;
    std::string unit;
    std::string text;   // What is to be looked for,
    std::string title;  // for this application.
    std::optional<Date> due_on;
    TaskState state = TaskState::given;
    notify::Signal signal = {};
};

// The search tasks of the units of this actor that are not done, the most urgent first.
[[nodiscard]] std::vector<TaskLine> list_own_tasks(const Desk& desk, const people::Actor& actor,
                                                   Date today);

// By what a case is known in a list of something else.
struct CaseName {
    std::string number;
    std::string title;  // Of what is sought.
};

// Of these cases, by public id; those that there are.
[[nodiscard]] std::map<std::string, CaseName> load_case_names(
    store::Snapshot& snapshot, const std::vector<std::string>& public_ids);

// The agencies for which the actor holds a role with this permission.
[[nodiscard]] std::vector<Id<people::Agency>> agencies_of(const people::Actor& actor,
                                                          people::Permission permission);

}  // namespace gk::application
