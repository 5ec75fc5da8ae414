#include "notify/task.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "law/enum_table.hpp"

namespace gk::notify {

namespace {

struct StatusRow {
    TaskStatus value;
    std::string_view key;
    std::string_view label;
};

constexpr auto statuses = law::enum_table(std::array{
    StatusRow{TaskStatus::open, "open", "待办"},
    StatusRow{TaskStatus::done, "done", "已完成"},
    StatusRow{TaskStatus::cancelled, "cancelled", "已取消"},
});

}  // namespace

Assignee to_account(Id<people::Account> account) {
    return {.account = account};
}

Assignee to_role(people::Role role) {
    return {.role = role};
}

Assignee to_unit(std::string unit) {
    return {.role = people::Role::unit_officer, .unit = std::move(unit)};
}

bool is_for(const Assignee& assignee, Id<people::Agency> agency, const people::Actor& actor) {
    if (assignee.account) {
        return actor.account == assignee.account;
    }
    return std::ranges::any_of(actor.held_roles, [&](const people::HeldRole& held) {
        return held.agency == agency && held.role == assignee.role &&
               (!assignee.unit || !held.unit || held.unit == assignee.unit);
    });
}

std::span<const TaskStatus> task_statuses() {
    return statuses.values();
}

std::string_view key(TaskStatus status) {
    return statuses[status].key;
}

std::string_view label(TaskStatus status) {
    return statuses[status].label;
}

std::optional<TaskStatus> task_status_of(std::string_view key) {
    return statuses.value_of(key);
}

}  // namespace gk::notify
