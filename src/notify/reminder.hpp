// Which reminders a task calls for today: to those who have it when few working days are left, to
// someone above when it is late. Pure.
#pragma once

#include <vector>

#include "notify/settings.hpp"
#include "notify/task.hpp"

namespace gk::notify {

// At most one to those who have the task and one escalation. Each has a `once` of its task, due
// date and step, so that nobody is told twice, and a runner that was down tells only the latest.
[[nodiscard]] std::vector<NewMessage> reminders(const Task& task, const Settings& settings,
                                                Date today, const law::WorkingCalendar& calendar);

// From how many working days left any reminder may be due.
[[nodiscard]] int first_reminder(const Settings& settings);

}  // namespace gk::notify
