// What happens by itself: reminders are written, and what waits is sent. Any number of processes
// may run it side by side, and any of them may die at any moment.
#pragma once

#include <filesystem>

#include "calendar/live_calendar_service.hpp"
#include "notify/gateway.hpp"
#include "store/database.hpp"

namespace gk::notify {

struct RunnerParts {
    store::Database& database;
    Gateway& gateway;
    const calendar::LiveCalendar& calendar;
    std::filesystem::path keys;  // The folder of the keys of personal data.
};

struct RunCounts {
    int reminded = 0;   // Messages to those who have a task.
    int escalated = 0;  // Messages to someone above.
    int carried = 0;    // Mail and short messages made of them, for those who want them.
    int sent = 0;
    int postponed = 0;  // To the sending hours.
    int failed = 0;     // Attempts; tried again later or given up.
    int skipped = 0;    // The carrier is not configured.

    friend bool operator==(const RunCounts&, const RunCounts&) = default;
};

// One round. Throws Fault where the database fails.
[[nodiscard]] RunCounts run_once(const RunnerParts& parts, Moment now);

// The same, and what was done goes to the log.
void run_and_log(const RunnerParts& parts, Moment now);

}  // namespace gk::notify
