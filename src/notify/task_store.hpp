// The tables tasks, messages and message_readings.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notify/task.hpp"
#include "store/transaction.hpp"

namespace gk::notify {

// Returns the public id.
std::string insert_task(store::Transaction& transaction, const NewTask& task, Moment now);

// Ends the open tasks of that kind about the object; of all kinds where `kind` is empty. Returns
// how many there were.
int end_tasks(store::Transaction& transaction, const ObjectReference& object, std::string_view kind,
              TaskStatus status, std::string_view ended_by, Moment now);

// Those given by hand to the officers of the unit.
[[nodiscard]] std::int64_t count_open_hand_tasks(store::Snapshot& snapshot,
                                                 Id<people::Agency> agency, std::string_view unit);

// Returns how many open tasks there were.
int move_tasks(store::Transaction& transaction, const ObjectReference& object,
               std::string_view kind, const DueDate& due);

[[nodiscard]] std::optional<Task> load_task(store::Snapshot& snapshot, std::string_view public_id);
// Those about the object that are open, except those given by hand.
[[nodiscard]] std::vector<Task> load_open_tasks(store::Snapshot& snapshot,
                                                const ObjectReference& object);
void move_task(store::Transaction& transaction, const Task& task, const DueDate& due);
void end_task(store::Transaction& transaction, const Task& task, TaskStatus status,
              std::string_view ended_by, Moment now);

// Which due dates a list shows: up to which day each urgency reaches, by agency.
struct DueBounds {
    Date today;
    Date last_today;  // What is due up to then is due today.
    std::map<Id<people::Agency>, Date> last_soon;
    Date last_soon_elsewhere;
};

struct TaskFilter {
    // Whose: those of this actor, or nothing for all of an agency.
    const people::Actor* actor = nullptr;
    std::optional<Id<people::Agency>> agency = {};
    std::optional<TaskStatus> status = TaskStatus::open;
    std::optional<Urgency> urgency = {};
    std::optional<ObjectReference> object = {};
    std::string kind = {};
    int limit = 20;
    int offset = 0;
};

// Open ones for one person become those of another; returns how many.
int pass_on_tasks(store::Transaction& transaction, Id<people::Account> from,
                  Id<people::Account> to);

struct TaskPage {
    std::vector<Task> tasks;  // The most urgent first; those without a running day last.
    std::int64_t total = 0;
};

[[nodiscard]] TaskPage load_tasks(store::Snapshot& snapshot, const TaskFilter& filter,
                                  const DueBounds& bounds);

// Open tasks with the same agency, kind and due date, counted.
struct TaskGroup {
    Id<people::Agency> agency;
    std::string kind;
    DueDate due;
    std::int64_t count = 0;
};

[[nodiscard]] std::vector<TaskGroup> count_tasks(store::Snapshot& snapshot,
                                                 const people::Actor& actor);

// Open tasks whose days run, due up to that day, of which nobody has thought today.
[[nodiscard]] std::vector<Task> load_tasks_to_remind(store::Snapshot& snapshot, Date due_upto,
                                                     Date today, int limit);
void mark_reminded(store::Transaction& transaction, const Task& task, Date today);

// Returns the public id; empty where one with the same `once` was sent before.
std::string insert_message(store::Transaction& transaction, const NewMessage& message, Moment now);

struct MessagePage {
    std::vector<Message> messages;  // The newest first.
    std::int64_t total = 0;
    std::int64_t unread = 0;
};

[[nodiscard]] MessagePage load_messages(store::Snapshot& snapshot, const people::Actor& actor,
                                        bool is_unread_only, int limit, int offset);

// Those that are this actor's and unread; of all of them where no id is given. Returns how many.
int mark_read(store::Transaction& transaction, const people::Actor& actor,
              std::optional<std::string_view> public_id, Moment now);

[[nodiscard]] bool is_message_of(store::Snapshot& snapshot, const people::Actor& actor,
                                 std::string_view public_id);

}  // namespace gk::notify
