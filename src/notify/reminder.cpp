#include "notify/reminder.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace gk::notify {

namespace {

// The step that was reached last; nothing where there is time. Below 0: it is late.
std::optional<int> step_reached(int left, const Settings& settings) {
    if (left < 0) {
        return -1;
    }
    std::optional<int> reached;
    for (const int days : settings.remind_at) {
        if (left <= days) {
            reached = days;
        }
    }
    return reached;
}

std::string title_of(const Task& task, int left) {
    if (left < 0) {
        return fmt::format("已逾期{}个工作日：{}", -left, task.title);
    }
    return left == 0 ? fmt::format("今天到期：{}", task.title)
                     : fmt::format("还剩{}个工作日：{}", left, task.title);
}

NewMessage message(const Task& task, std::string_view kind, const Assignee& to, int step,
                   int left) {
    return {.agency = task.agency,
            .kind = std::string(kind),
            .object = task.object,
            .to = to,
            .title = title_of(task, left),
            .content = fmt::format("期限：{}。", task.due.due_on->chinese()),
            .once = fmt::format("{}:{}:{}:{}", kind, task.public_id, task.due.due_on->iso(), step)};
}

bool must_escalate(int left, const Settings& settings) {
    return settings.escalate_after == 0 ? left <= 0 : -left >= settings.escalate_after;
}

}  // namespace

std::vector<NewMessage> reminders(const Task& task, const Settings& settings, Date today,
                                  const law::WorkingCalendar& calendar) {
    if (task.due.pace != Pace::running || !task.due.due_on || task.status != TaskStatus::open) {
        return {};
    }
    std::vector<NewMessage> messages;
    const int left = working_days_left(*task.due.due_on, today, calendar);
    if (const auto step = step_reached(left, settings)) {
        messages.push_back(message(task, "reminder", task.to, *step, left));
    }
    if (must_escalate(left, settings)) {
        messages.push_back(message(task, "escalation", to_role(settings.escalate_to),
                                   settings.escalate_after, left));
    }
    return messages;
}

int first_reminder(const Settings& settings) {
    return settings.remind_at.empty() ? 0 : std::max(0, settings.remind_at.front());
}

}  // namespace gk::notify
