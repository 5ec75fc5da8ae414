// Lights: how near a due date is, in words, with an icon and a colour. One set of rules for an
// agency; what is paused, has not started or has been answered never shows as late. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "law/working_calendar.hpp"

namespace gk::notify {

// Whether the days of a matter are running at all.
enum class Pace { running, paused, unstarted, answered };
[[nodiscard]] std::string_view key(Pace pace);
[[nodiscard]] std::string_view label(Pace pace);
[[nodiscard]] std::optional<Pace> pace_of(std::string_view key);

enum class Light { green, yellow, red, none };
[[nodiscard]] std::string_view key(Light light);
[[nodiscard]] std::string_view label(Light light);

// What the light means: never told by the colour alone.
enum class Urgency { in_time, due_soon, due_today, overdue, paused, unstarted, answered };
[[nodiscard]] std::span<const Urgency> urgencies();
[[nodiscard]] std::string_view key(Urgency urgency);
[[nodiscard]] std::string_view label(Urgency urgency);  // 正常, 临期, 今天到期 …
[[nodiscard]] std::optional<Urgency> urgency_of(std::string_view key);
[[nodiscard]] std::string_view icon(Urgency urgency);  // "ok", "warn", "bad", "hold", "info"

struct LightRules {
    int soon_from = 5;  // Yellow from so many working days left.
    int red_from = 0;   // Red from so many: 0 is the last day.

    friend bool operator==(const LightRules&, const LightRules&) = default;
};

struct DueDate {
    std::optional<Date> due_on = {};  // Nothing: no day is set.
    Pace pace = Pace::running;

    friend bool operator==(const DueDate&, const DueDate&) = default;
};

struct Signal {
    Urgency urgency = Urgency::in_time;
    Light light = Light::none;
    // Working days after today up to the due date; below 0 once it is past. Nothing where no day
    // is set or the days do not run.
    std::optional<int> working_days_left;
    std::string text;  // 剩 3 个工作日, 超 1 个工作日, 暂停计时
};

// Of its colour; of its urgency where it has none.
[[nodiscard]] std::string_view icon(const Signal& signal);

// 0 on the last day; what is past counts backwards and is at most -1.
[[nodiscard]] int working_days_left(Date due_on, Date today, const law::WorkingCalendar& calendar);

[[nodiscard]] Signal signal(const DueDate& due, Date today, const law::WorkingCalendar& calendar,
                            const LightRules& rules);

// The same of a period that the law counts in natural days: the words tell those. What is near is
// judged by working days all the same.
[[nodiscard]] Signal signal_in_days(const DueDate& due, Date today,
                                    const law::WorkingCalendar& calendar, const LightRules& rules);

// The last due date that has at most so many working days left: what a list filters by.
[[nodiscard]] Date last_due_within(int working_days, Date today,
                                   const law::WorkingCalendar& calendar);

}  // namespace gk::notify
