// What an agency lays down for its lights, reminders and the hours in which it writes to people.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "law/working_calendar.hpp"
#include "notify/light.hpp"
#include "people/role.hpp"

namespace gk::notify {

// When mail and short messages that can wait are sent; outside of it they wait.
struct SendingHours {
    int from_minute = 8 * 60 + 30;  // Of the day, Asia/Shanghai.
    int until_minute = 20 * 60;
    bool is_working_days_only = true;

    friend bool operator==(const SendingHours&, const SendingHours&) = default;
};

// "08:30" ↔ 510; the end of the day is "24:00". Nothing for what is no time; a colon may be typed
// full-width, an hour with one digit.
[[nodiscard]] std::optional<int> minute_of_day(std::string_view time);
[[nodiscard]] std::string time_of_day(int minute);

struct Settings {
    LightRules lights = {};
    std::vector<int> remind_at = {5, 3, 1, 0};  // Working days left, the most first.
    int escalate_after = 1;  // Working days past the due date; 0 on the last day itself.
    people::Role escalate_to = people::Role::office_head;
    SendingHours hours = {};

    friend bool operator==(const Settings&, const Settings&) = default;
};

// Everything that cannot be, each with its field.
[[nodiscard]] Result<void> check(const Settings& settings);

// `now` where it lies in the hours, else when they next begin.
[[nodiscard]] Moment earliest_sending(Moment now, const SendingHours& hours,
                                      const law::WorkingCalendar& calendar);

}  // namespace gk::notify
