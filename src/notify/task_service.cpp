#include "notify/task_service.hpp"

#include <map>
#include <utility>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "notify/errors.hpp"
#include "people/agency_act.hpp"
#include "people/errors.hpp"
#include "people/service.hpp"

namespace gk::notify {

namespace {

using people::Actor;
using people::Permission;
using store::Database;
using store::Snapshot;
using store::Transaction;

constexpr std::size_t title_characters_max = 200;
// A task that belongs to a thing says what is to be done before it, and the thing after it.
constexpr std::string_view matter_separator = "：";
constexpr std::string_view label_of_hidden = "交办的任务";

DueBounds bounds_of(const AllSettings& all, Date today, const law::WorkingCalendar& calendar) {
    DueBounds bounds{
        .today = today,
        .last_today = last_due_within(0, today, calendar),
        .last_soon = {},
        .last_soon_elsewhere = last_due_within(LightRules{}.soon_from, today, calendar)};
    for (const auto& [agency, settings] : all) {
        bounds.last_soon.emplace(agency,
                                 last_due_within(settings.lights.soon_from, today, calendar));
    }
    return bounds;
}

bool may_give(const Actor& actor, Id<people::Agency> agency) {
    return actor.may(Permission::case_handle, agency) || actor.may(Permission::case_review, agency);
}

bool may_see_all(const Actor& actor, Id<people::Agency> agency) {
    return actor.may(Permission::case_count, agency) || actor.may(Permission::report_read, agency);
}

std::vector<Problem> problems_of(const HandTask& given, Date today) {
    std::vector<Problem> problems;
    const auto add = [&](std::string_view field, Problem found) {
        found.field = field;
        problems.push_back(std::move(found));
    };
    const auto title = text::trim(given.title);
    const auto length = text::decode(title).size();
    if (title.empty()) {
        add("title", problem(task_title_blank));
    } else if (length > title_characters_max) {
        add("title", problem(task_title_long, length, title_characters_max));
    }
    if (given.to.account.has_value() == given.to.role.has_value()) {
        add("to", problem(task_nobody));
    }
    if (given.due_on && *given.due_on < today) {
        add("due_on", problem(task_due_past, given.due_on->chinese()));
    }
    return problems;
}

void audit_task(Transaction& transaction, std::string_view act, const Actor& actor,
                std::string_view public_id, Id<people::Agency> agency, Moment now) {
    audit::append(transaction, {.at = now,
                                .actor = actor.trail_name(Permission::sign_in, agency),
                                .act = std::string(act),
                                .object_kind = "task",
                                .object_id = std::string(public_id),
                                .agency = agency.value,
                                .details = {}});
}

// A task given by hand that is open; `verb` is what the actor wants, in words.
Result<Task> open_task(Transaction& transaction, std::string_view public_id, const Actor& actor,
                       std::string_view verb) {
    auto task = load_task(transaction, public_id);
    if (!task || !(is_for(task->to, task->agency, actor) || may_see_all(actor, task->agency))) {
        return error(task_not_found);
    }
    if (task->kind != by_hand) {
        return error(task_is_of_a_case, verb);
    }
    if (task->status != TaskStatus::open) {
        return error(task_not_open, label(task->status), verb);
    }
    return *std::move(task);
}

// What is to be done, without what it is about: that may name somebody.
std::string without_matter(const Task& task) {
    return task.kind == by_hand ? std::string(label_of_hidden)
                                : task.title.substr(0, task.title.find(matter_separator));
}

}  // namespace

Result<TaskList> list_tasks(Database& database, const TaskListRequest& request, const Actor& actor,
                            Date today, const law::WorkingCalendar& calendar) {
    return database.read([&](Snapshot& snapshot) -> Result<TaskList> {
        TaskFilter filter{.actor = &actor,
                          .agency = {},
                          .status = request.status,
                          .urgency = request.urgency,
                          .object = request.object,
                          .kind = request.kind,
                          .limit = request.limit,
                          .offset = request.offset};
        if (request.agency_code) {
            GK_TRY(const auto agency, people::find_agency(snapshot, *request.agency_code));
            if (!may_see_all(actor, agency.id)) {
                return error(task_not_allowed, "查看");
            }
            filter.actor = nullptr;
            filter.agency = agency.id;
        }
        const auto all = load_all_settings(snapshot);
        auto page = load_tasks(snapshot, filter, bounds_of(all, today, calendar));
        TaskList list{.lines = {}, .total = page.total};
        for (auto& task : page.tasks) {
            auto shown = signal(task.due, today, calendar, lights_of(all, task.agency));
            const bool is_mine = is_for(task.to, task.agency, actor);
            if (!is_mine && !actor.may(Permission::case_read, task.agency)) {
                task.title = without_matter(task);
            }
            list.lines.push_back({std::move(task), std::move(shown), is_mine});
        }
        return list;
    });
}

std::vector<TaskCount> count_own_tasks(Database& database, const Actor& actor, Date today,
                                       const law::WorkingCalendar& calendar) {
    return database.read([&](Snapshot& snapshot) {
        const auto all = load_all_settings(snapshot);
        std::map<std::pair<std::string, Urgency>, std::int64_t> counts;
        for (const auto& group : count_tasks(snapshot, actor)) {
            const auto shown = signal(group.due, today, calendar, lights_of(all, group.agency));
            counts[{group.kind, shown.urgency}] += group.count;
        }
        std::vector<TaskCount> listed;
        listed.reserve(counts.size());
        for (const auto& [of, count] : counts) {
            listed.push_back({of.first, of.second, count});
        }
        return listed;
    });
}

Result<std::string> give_task_by_hand(Database& database, const HandTask& given, const Actor& actor,
                                      Moment now) {
    if (auto problems = problems_of(given, now.date()); !problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    return database.write([&](Transaction& transaction) -> Result<std::string> {
        GK_TRY(const auto agency, people::find_agency(transaction, given.agency_code));
        if (!may_give(actor, agency.id)) {
            return error(task_not_allowed, "交办");
        }
        if (given.to.unit && !people::has_unit_on(agency, *given.to.unit, now.date())) {
            return error(people::unit_not_there, *given.to.unit).at("unit");
        }
        const auto id = insert_task(transaction,
                                    {.agency = agency.id,
                                     .kind = std::string(by_hand),
                                     .object = given.object,
                                     .to = given.to,
                                     .title = std::string(text::trim(given.title)),
                                     .due = {given.due_on, Pace::running},
                                     .given_by = actor.trail_name(Permission::sign_in, agency.id)},
                                    now);
        audit_task(transaction, "task.give", actor, id, agency.id, now);
        return id;
    });
}

Result<void> finish_task(Database& database, std::string_view public_id, const Actor& actor,
                         Moment now) {
    return database.write([&](Transaction& transaction) -> Result<void> {
        GK_TRY(const auto task, open_task(transaction, public_id, actor, "完成"));
        if (!is_for(task.to, task.agency, actor)) {
            return error(task_not_allowed, "完成");
        }
        end_task(transaction, task, TaskStatus::done,
                 actor.trail_name(Permission::sign_in, task.agency), now);
        audit_task(transaction, "task.finish", actor, public_id, task.agency, now);
        return {};
    });
}

Result<void> cancel_task(Database& database, std::string_view public_id, const Actor& actor,
                         Moment now) {
    return database.write([&](Transaction& transaction) -> Result<void> {
        GK_TRY(const auto task, open_task(transaction, public_id, actor, "取消"));
        if (!may_give(actor, task.agency)) {
            return error(task_not_allowed, "取消");
        }
        end_task(transaction, task, TaskStatus::cancelled,
                 actor.trail_name(Permission::sign_in, task.agency), now);
        audit_task(transaction, "task.cancel", actor, public_id, task.agency, now);
        return {};
    });
}

MessagePage list_messages(Database& database, const Actor& actor, bool is_unread_only, int limit,
                          int offset) {
    return database.read([&](Snapshot& snapshot) {
        return load_messages(snapshot, actor, is_unread_only, limit, offset);
    });
}

Result<void> read_message(Database& database, std::string_view public_id, const Actor& actor,
                          Moment now) {
    return database.write([&](Transaction& transaction) -> Result<void> {
        if (!is_message_of(transaction, actor, public_id)) {
            return error(message_not_found);
        }
        mark_read(transaction, actor, public_id, now);
        return {};
    });
}

int read_all_messages(Database& database, const Actor& actor, Moment now) {
    return database.write(
        [&](Transaction& transaction) { return mark_read(transaction, actor, std::nullopt, now); });
}

}  // namespace gk::notify
