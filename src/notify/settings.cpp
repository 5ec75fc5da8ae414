#include "notify/settings.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/number.hpp"
#include "base/text.hpp"
#include "notify/errors.hpp"

namespace gk::notify {

namespace {

constexpr int minutes_of_hour = 60;
constexpr int minutes_of_day = 24 * minutes_of_hour;
constexpr std::int64_t ms_of_minute = 60'000;
constexpr std::int64_t shanghai_ms = 8 * ms_of_minute * 60;
constexpr int days_max = 60;
constexpr std::size_t reminders_max = 10;

Moment moment_of(Date date, int minute) {
    const std::int64_t days = date.days().time_since_epoch().count();
    return {(days * minutes_of_day + minute) * ms_of_minute - shanghai_ms};
}

bool is_count(int days) {
    return days >= 0 && days <= days_max;
}

bool are_reminders(const std::vector<int>& days) {
    return days.size() <= reminders_max && std::ranges::all_of(days, is_count) &&
           std::ranges::adjacent_find(days, std::ranges::less_equal{}) == days.end();
}

}  // namespace

std::optional<int> minute_of_day(std::string_view time) {
    const auto written = text::to_half_width(text::trim(time));
    const auto parts = text::split(written, ':');
    if (parts.size() != 2 || parts[1].size() != 2) {
        return std::nullopt;
    }
    const auto hour = text::whole_number<int>(parts[0]);
    const auto minute = text::whole_number<int>(parts[1]);
    const bool is_time = hour && minute && *hour >= 0 && *minute >= 0 && *minute < minutes_of_hour;
    const auto all = is_time ? *hour * minutes_of_hour + *minute : minutes_of_day + 1;
    return all <= minutes_of_day ? std::optional(all) : std::nullopt;
}

std::string time_of_day(int minute) {
    return fmt::format("{:02}:{:02}", minute / minutes_of_hour, minute % minutes_of_hour);
}

Result<void> check(const Settings& settings) {
    std::vector<Problem> problems;
    const auto add = [&](std::string_view field, Problem found) {
        found.field = field;
        problems.push_back(std::move(found));
    };
    const auto& lights = settings.lights;
    if (!is_count(lights.soon_from) || !is_count(lights.red_from) ||
        lights.red_from > lights.soon_from) {
        add("soon_from", problem(light_days_invalid, lights.soon_from, lights.red_from, days_max));
    }
    if (!are_reminders(settings.remind_at)) {
        add("remind_at", problem(reminder_days_invalid, reminders_max, days_max));
    }
    if (!is_count(settings.escalate_after)) {
        add("escalate_after", problem(escalation_days_invalid, settings.escalate_after, days_max));
    }
    if (people::is_administrator(settings.escalate_to)) {
        add("escalate_to", problem(escalation_role_invalid, people::label(settings.escalate_to)));
    }
    const auto& hours = settings.hours;
    if (hours.from_minute < 0 || hours.until_minute > minutes_of_day ||
        hours.from_minute >= hours.until_minute) {
        add("sends_until", problem(sending_hours_invalid));
    }
    if (!problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    return {};
}

Moment earliest_sending(Moment now, const SendingHours& hours,
                        const law::WorkingCalendar& calendar) {
    const auto is_day = [&](Date date) {
        return !hours.is_working_days_only || calendar.is_working_day(date);
    };
    Date day = now.date();
    if (is_day(day) && now < moment_of(day, hours.until_minute)) {
        return std::max(now, moment_of(day, hours.from_minute));
    }
    day = day.next();
    return moment_of(hours.is_working_days_only ? calendar.working_day_from(day) : day,
                     hours.from_minute);
}

}  // namespace gk::notify
