// What people do with tasks and messages, and what an agency lays down for them. Each verb is one
// transaction; the trail records what changes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "notify/gateway.hpp"
#include "notify/outgoing_store.hpp"
#include "notify/settings_store.hpp"
#include "notify/task_store.hpp"
#include "store/database.hpp"

namespace gk::notify {

struct TaskListRequest {
    // Nothing: the actor's own. Of an agency: all of them, for who may see its deadlines.
    std::optional<std::string> agency_code = {};
    std::optional<TaskStatus> status = TaskStatus::open;
    std::optional<Urgency> urgency = {};
    std::optional<ObjectReference> object = {};
    std::string kind = {};
    int limit = 20;
    int offset = 0;
};

struct TaskLine {
    Task task;
    Signal signal;
    bool is_mine = false;
};

struct TaskList {
    std::vector<TaskLine> lines;
    std::int64_t total = 0;
};

// Who may see an agency's deadlines and not its cases sees what is to be done, and not about what.
[[nodiscard]] Result<TaskList> list_tasks(store::Database& database, const TaskListRequest& request,
                                          const people::Actor& actor, Date today,
                                          const law::WorkingCalendar& calendar);

struct TaskCount {
    std::string kind;
    Urgency urgency = Urgency::in_time;
    std::int64_t count = 0;
};

// The open tasks of the actor by kind and urgency; a counter is the length of the list it opens.
[[nodiscard]] std::vector<TaskCount> count_own_tasks(store::Database& database,
                                                     const people::Actor& actor, Date today,
                                                     const law::WorkingCalendar& calendar);

struct HandTask {
    std::string agency_code;
    ObjectReference object = {};
    Assignee to = {};
    std::string title;
    std::optional<Date> due_on = {};
};

// A task by hand, by who handles or reviews cases there. Refuses a blank or long title, nobody,
// a day that is past; everything at once. Returns the public id.
[[nodiscard]] Result<std::string> give_task_by_hand(store::Database& database,
                                                    const HandTask& given,
                                                    const people::Actor& actor, Moment now);

// Finished by those who have it, taken back by who handles cases there; other tasks than those
// given by hand end with the matter that they belong to.
[[nodiscard]] Result<void> finish_task(store::Database& database, std::string_view public_id,
                                       const people::Actor& actor, Moment now);
[[nodiscard]] Result<void> cancel_task(store::Database& database, std::string_view public_id,
                                       const people::Actor& actor, Moment now);

[[nodiscard]] MessagePage list_messages(store::Database& database, const people::Actor& actor,
                                        bool is_unread_only, int limit, int offset);
// Refuses what is not this actor's.
[[nodiscard]] Result<void> read_message(store::Database& database, std::string_view public_id,
                                        const people::Actor& actor, Moment now);
// Returns how many were unread.
int read_all_messages(store::Database& database, const people::Actor& actor, Moment now);

[[nodiscard]] Result<StoredSettings> find_settings(store::Database& database,
                                                   std::string_view agency_code);
// Returns the new version.
[[nodiscard]] Result<std::int64_t> change_settings(store::Database& database,
                                                   std::string_view agency_code,
                                                   const StoredSettings& changed,
                                                   const people::Actor& actor, Moment now);

// By what means, besides the workbench, the actor wants to be told.
[[nodiscard]] std::vector<Carrier> own_carriers(store::Database& database,
                                                const people::Actor& actor);
void choose_carriers(store::Database& database, const std::vector<Carrier>& carriers,
                     const people::Actor& actor);

// What was sent out and what waits, for the operator and who lays down the settings of the agency.
[[nodiscard]] Result<OutgoingPage> list_outgoing(store::Database& database,
                                                 std::string_view agency_code,
                                                 const OutgoingFilter& filter,
                                                 const people::Actor& actor);
[[nodiscard]] Result<void> send_again(store::Database& database, std::string_view public_id,
                                      const people::Actor& actor, Moment now);

// One message at once, past the queue. Refuses a carrier that is off, and says why it did not go.
[[nodiscard]] Result<void> send_test(Gateway& gateway, Carrier carrier, const std::string& address,
                                     Moment now);

}  // namespace gk::notify
