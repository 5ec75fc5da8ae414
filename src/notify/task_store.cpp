#include "notify/task_store.hpp"

#include "base/assert.hpp"
#include "notify/condition_store.hpp"

namespace gk::notify {

namespace {

constexpr std::string_view select_tasks =
    "SELECT t.id, t.public_id, t.agency_id, a.code, t.kind, t.object_kind, t.object_id,"
    " t.account_id, t.role, t.unit, t.title, t.due_on, t.pace, t.status, t.given_by, t.given_at,"
    " t.ended_by, t.ended_at FROM tasks t JOIN agencies a ON a.id = t.agency_id";

Assignee assignee_of(const store::Statement& row, int column) {
    Assignee assignee{.account = row.get<std::optional<Id<people::Account>>>(column)};
    if (const auto role = row.get<std::optional<std::string>>(column + 1)) {
        assignee.role = people::role_of(*role);
        GK_ASSERT(assignee.role.has_value());
    }
    assignee.unit = row.get<std::optional<std::string>>(column + 2);
    return assignee;
}

DueDate due_of(const store::Statement& row, int column) {
    const auto pace = pace_of(row.get<std::string>(column + 1));
    GK_ASSERT(pace.has_value());
    return {row.get<std::optional<Date>>(column), *pace};
}

Task task_of(const store::Statement& row) {
    const auto status = task_status_of(row.get<std::string>(13));
    GK_ASSERT(status.has_value());
    return {.id = row.get<std::int64_t>(0),
            .public_id = row.get<std::string>(1),
            .agency = row.get<Id<people::Agency>>(2),
            .agency_code = row.get<std::string>(3),
            .kind = row.get<std::string>(4),
            .object = {row.get<std::string>(5), row.get<std::string>(6)},
            .to = assignee_of(row, 7),
            .title = row.get<std::string>(10),
            .due = due_of(row, 11),
            .status = *status,
            .given_by = row.get<std::string>(14),
            .given_at = row.get<Moment>(15),
            .ended_by = row.get<std::optional<std::string>>(16),
            .ended_at = row.get<std::optional<Moment>>(17)};
}

std::optional<std::string> role_key(const Assignee& assignee) {
    return assignee.role ? std::optional(std::string(people::key(*assignee.role))) : std::nullopt;
}

// In agency_id's CASE: up to which day a task of the agency is due soon.
void add_last_soon(std::string& text, std::vector<store::Parameter>& values,
                   const DueBounds& bounds) {
    if (bounds.last_soon.empty()) {
        text += "?";
    } else {
        text += "CASE agency_id";
        for (const auto& [agency, last] : bounds.last_soon) {
            text += " WHEN ? THEN ?";
            values.emplace_back(agency);
            values.emplace_back(last);
        }
        text += " ELSE ? END";
    }
    values.emplace_back(bounds.last_soon_elsewhere);
}

void add_urgency(SqlCondition& condition, Urgency urgency, const DueBounds& bounds) {
    std::string soon;
    std::vector<store::Parameter> soon_values;
    add_last_soon(soon, soon_values, bounds);
    const auto with_soon = [&](const std::string& before, const std::string& after) {
        condition.add(before + soon + after);
        for (const auto& value : soon_values) {
            condition.add_value(value);
        }
    };
    switch (urgency) {
        case Urgency::overdue:
            condition.add("pace = 'running' AND due_on < ?", bounds.today);
            return;
        case Urgency::due_today:
            condition.add("pace = 'running' AND due_on >= ? AND due_on <= ?", bounds.today,
                          bounds.last_today);
            return;
        case Urgency::due_soon:
            condition.add("due_on > ?", bounds.last_today);
            with_soon("pace = 'running' AND due_on <= ", "");
            return;
        case Urgency::in_time:
            with_soon("pace = 'running' AND (due_on IS NULL OR due_on > ", ")");
            return;
        case Urgency::paused:
        case Urgency::unstarted:
        case Urgency::answered:
            condition.add("pace = ?", key(urgency));
            return;
    }
}

SqlCondition condition_of(const TaskFilter& filter, const DueBounds& bounds) {
    SqlCondition condition;
    if (filter.actor != nullptr) {
        condition.add_assigned_to(*filter.actor);
    }
    if (filter.agency) {
        condition.add("agency_id = ?", *filter.agency);
    }
    if (filter.status == TaskStatus::open) {
        condition.add("status = 'open'");  // As the indexes have it.
    } else if (filter.status) {
        condition.add("status = ?", key(*filter.status));
    }
    if (filter.object) {
        condition.add("object_kind = ? AND object_id = ?", filter.object->kind,
                      filter.object->public_id);
    }
    if (!filter.kind.empty()) {
        condition.add("kind = ?", filter.kind);
    }
    if (filter.urgency) {
        add_urgency(condition, *filter.urgency, bounds);
    }
    return condition;
}

std::int64_t count_of(store::Snapshot& snapshot, const std::string& sql,
                      std::span<const store::Parameter> values) {
    auto row = snapshot.query_with(sql, values);
    GK_ASSERT(row.next());
    return row.get<std::int64_t>(0);
}

}  // namespace

std::string insert_task(store::Transaction& transaction, const NewTask& task, Moment now) {
    auto public_id = new_public_id();
    transaction.execute(
        "INSERT INTO tasks (public_id, agency_id, kind, object_kind, object_id, account_id, role,"
        " unit, title, due_on, pace, status, given_by, given_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        public_id, task.agency, task.kind, task.object.kind, task.object.public_id, task.to.account,
        role_key(task.to), task.to.unit, task.title, task.due.due_on, key(task.due.pace),
        key(TaskStatus::open), task.given_by, now);
    return public_id;
}

int end_tasks(store::Transaction& transaction, const ObjectReference& object, std::string_view kind,
              TaskStatus status, std::string_view ended_by, Moment now) {
    return static_cast<int>(transaction.execute(
        "UPDATE tasks SET status = ?, ended_by = ?, ended_at = ? WHERE object_kind = ?"
        " AND object_id = ? AND status = ? AND (CAST(? AS text) = '' OR kind = ?)",
        key(status), ended_by, now, object.kind, object.public_id, key(TaskStatus::open), kind,
        kind));
}

std::int64_t count_open_hand_tasks(store::Snapshot& snapshot, Id<people::Agency> agency,
                                   std::string_view unit) {
    auto row = snapshot.query(
        "SELECT count(*) FROM tasks WHERE agency_id = ? AND unit = ? AND kind = ?"
        " AND status = ?",
        agency, unit, by_hand, key(TaskStatus::open));
    GK_ASSERT(row.next());
    return row.get<std::int64_t>(0);
}

int move_tasks(store::Transaction& transaction, const ObjectReference& object,
               std::string_view kind, const DueDate& due) {
    return static_cast<int>(transaction.execute(
        "UPDATE tasks SET due_on = ?, pace = ?, reminded_on = NULL WHERE object_kind = ? AND "
        "object_id = ?"
        " AND status = ? AND kind = ?",
        due.due_on, key(due.pace), object.kind, object.public_id, key(TaskStatus::open), kind));
}

int pass_on_tasks(store::Transaction& transaction, Id<people::Account> from,
                  Id<people::Account> to) {
    return static_cast<int>(
        transaction.execute("UPDATE tasks SET account_id = ? WHERE account_id = ? AND status = ?",
                            to, from, key(TaskStatus::open)));
}

std::optional<Task> load_task(store::Snapshot& snapshot, std::string_view public_id) {
    auto row = snapshot.query(std::string(select_tasks) + " WHERE t.public_id = ?", public_id);
    return row.next() ? std::optional(task_of(row)) : std::nullopt;
}

std::vector<Task> load_open_tasks(store::Snapshot& snapshot, const ObjectReference& object) {
    auto row = snapshot.query(std::string(select_tasks) +
                                  " WHERE t.object_kind = ? AND t.object_id = ?"
                                  " AND t.status = 'open' AND t.kind <> ? ORDER BY t.id",
                              object.kind, object.public_id, by_hand);
    std::vector<Task> tasks;
    while (row.next()) {
        tasks.push_back(task_of(row));
    }
    return tasks;
}

void move_task(store::Transaction& transaction, const Task& task, const DueDate& due) {
    transaction.execute("UPDATE tasks SET due_on = ?, pace = ?, reminded_on = NULL WHERE id = ?",
                        due.due_on, key(due.pace), task.id);
}

void end_task(store::Transaction& transaction, const Task& task, TaskStatus status,
              std::string_view ended_by, Moment now) {
    const auto ended =
        transaction.execute("UPDATE tasks SET status = ?, ended_by = ?, ended_at = ? WHERE id = ?",
                            key(status), ended_by, now, task.id);
    GK_ASSERT(ended == 1);
}

TaskPage load_tasks(store::Snapshot& snapshot, const TaskFilter& filter, const DueBounds& bounds) {
    auto condition = condition_of(filter, bounds);
    TaskPage page;
    page.total =
        count_of(snapshot, "SELECT COUNT(*) FROM tasks" + condition.text(), condition.parameters());
    condition.add_value(filter.limit);
    condition.add_value(filter.offset);
    auto row = snapshot.query_with(
        std::string(select_tasks) + " JOIN (SELECT id AS chosen FROM tasks" + condition.text() +
            " ORDER BY CASE WHEN pace = 'running' AND due_on IS NOT NULL THEN 0 ELSE 1 END,"
            " due_on, id LIMIT ? OFFSET ?) c ON c.chosen = t.id"
            " ORDER BY CASE WHEN t.pace = 'running' AND t.due_on IS NOT NULL THEN 0 ELSE 1 END,"
            " t.due_on, t.id",
        condition.parameters());
    while (row.next()) {
        page.tasks.push_back(task_of(row));
    }
    return page;
}

std::vector<TaskGroup> count_tasks(store::Snapshot& snapshot, const people::Actor& actor) {
    SqlCondition condition;
    condition.add_assigned_to(actor);
    condition.add("status = 'open'");
    auto row = snapshot.query_with("SELECT agency_id, kind, due_on, pace, COUNT(*) FROM tasks" +
                                       condition.text() +
                                       " GROUP BY agency_id, kind, due_on, pace"
                                       " ORDER BY agency_id, kind, due_on, pace",
                                   condition.parameters());
    std::vector<TaskGroup> groups;
    while (row.next()) {
        groups.push_back({.agency = row.get<Id<people::Agency>>(0),
                          .kind = row.get<std::string>(1),
                          .due = due_of(row, 2),
                          .count = row.get<std::int64_t>(4)});
    }
    return groups;
}

std::vector<Task> load_tasks_to_remind(store::Snapshot& snapshot, Date due_upto, Date today,
                                       int limit) {
    auto row = snapshot.query(std::string(select_tasks) +
                                  " WHERE t.status = 'open' AND t.pace = 'running'"
                                  " AND t.due_on <= ?"
                                  " AND (t.reminded_on IS NULL OR t.reminded_on < ?)"
                                  " ORDER BY t.due_on, t.id LIMIT ?",
                              due_upto, today, limit);
    std::vector<Task> tasks;
    while (row.next()) {
        tasks.push_back(task_of(row));
    }
    return tasks;
}

void mark_reminded(store::Transaction& transaction, const Task& task, Date today) {
    transaction.execute("UPDATE tasks SET reminded_on = ? WHERE id = ?", today, task.id);
}

std::string insert_message(store::Transaction& transaction, const NewMessage& message, Moment now) {
    auto public_id = new_public_id();
    const auto once = message.once.empty() ? std::nullopt : std::optional(message.once);
    const auto inserted = transaction.execute(
        "INSERT INTO messages (public_id, agency_id, kind, object_kind, object_id, account_id,"
        " role, unit, title, content, sent_at, once, is_carried)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (once) DO NOTHING",
        public_id, message.agency, message.kind, message.object.kind, message.object.public_id,
        message.to.account, role_key(message.to), message.to.unit, message.title, message.content,
        now, once);
    return inserted == 0 ? std::string() : public_id;
}

MessagePage load_messages(store::Snapshot& snapshot, const people::Actor& actor,
                          bool is_unread_only, int limit, int offset) {
    constexpr std::string_view unread =
        "NOT EXISTS (SELECT 1 FROM message_readings r"
        " WHERE r.message_id = messages.id AND r.account_id = ?)";
    const std::int64_t reader = actor.account ? actor.account->value : 0;
    SqlCondition all;
    all.add_assigned_to(actor);
    SqlCondition only_unread = all;
    only_unread.add(unread, reader);
    auto& condition = is_unread_only ? only_unread : all;

    MessagePage page;
    page.unread = count_of(snapshot, "SELECT COUNT(*) FROM messages" + only_unread.text(),
                           only_unread.parameters());
    page.total = is_unread_only ? page.unread
                                : count_of(snapshot, "SELECT COUNT(*) FROM messages" + all.text(),
                                           all.parameters());
    std::vector<store::Parameter> values = {reader};
    condition.add_value(limit);
    condition.add_value(offset);
    values.insert(values.end(), condition.parameters().begin(), condition.parameters().end());
    auto row = snapshot.query_with(
        "SELECT public_id, (SELECT code FROM agencies a WHERE a.id = messages.agency_id), kind,"
        " object_kind, object_id, title, content, sent_at,"
        " (SELECT read_at FROM message_readings m"
        "   WHERE m.message_id = messages.id AND m.account_id = ?)"
        " FROM messages" +
            condition.text() + " ORDER BY id DESC LIMIT ? OFFSET ?",
        values);
    while (row.next()) {
        page.messages.push_back({.public_id = row.get<std::string>(0),
                                 .agency_code = row.get<std::string>(1),
                                 .kind = row.get<std::string>(2),
                                 .object = {row.get<std::string>(3), row.get<std::string>(4)},
                                 .title = row.get<std::string>(5),
                                 .content = row.get<std::string>(6),
                                 .sent_at = row.get<Moment>(7),
                                 .read_at = row.get<std::optional<Moment>>(8)});
    }
    return page;
}

int mark_read(store::Transaction& transaction, const people::Actor& actor,
              std::optional<std::string_view> public_id, Moment now) {
    const std::int64_t reader = actor.account ? actor.account->value : 0;
    SqlCondition condition;
    condition.add_assigned_to(actor);
    if (public_id) {
        condition.add("public_id = ?", *public_id);
    }
    std::vector<store::Parameter> values = {reader, now};
    values.insert(values.end(), condition.parameters().begin(), condition.parameters().end());
    return static_cast<int>(transaction.execute_with(
        "INSERT INTO message_readings (account_id, message_id, read_at)"
        " SELECT CAST(? AS bigint), id, CAST(? AS bigint) FROM messages" +
            condition.text() + " ON CONFLICT (account_id, message_id) DO NOTHING",
        values));
}

bool is_message_of(store::Snapshot& snapshot, const people::Actor& actor,
                   std::string_view public_id) {
    SqlCondition condition;
    condition.add_assigned_to(actor);
    condition.add("public_id = ?", public_id);
    return count_of(snapshot, "SELECT COUNT(*) FROM messages" + condition.text(),
                    condition.parameters()) > 0;
}

}  // namespace gk::notify
