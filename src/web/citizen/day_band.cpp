#include "web/citizen/day_band.hpp"

#include <algorithm>

#include "law/consultation.hpp"

namespace gk::web::citizen {

namespace {

// The last day for any opinion that is still awaited, or today.
Date last_day_of_waiting(const application::Standing& standing, Date today) {
    auto last = today;
    for (const auto& each : standing.round.consultations) {
        if (each.is_open && each.opinion_due_on) {
            last = std::max(last, *each.opinion_due_on);
        }
    }
    return last;
}

std::vector<law::ExcludedTime> excluded_times(const application::Standing& standing, Date received,
                                              const law::WorkingCalendar& calendar, Date upto) {
    std::vector<law::ExcludedTime> times;
    for (const auto& each : standing.clock_events.consultations) {
        const auto due = law::opinion_due_on(each, received, calendar);
        times.push_back(law::excluded_time(each, due ? *due : std::nullopt, upto));
    }
    return times;
}

long monday_number(Date date) {
    constexpr int days_of_week = 7;
    constexpr int days_to_thursday = 3;  // 1970-01-01 was a Thursday.
    return (date.days().time_since_epoch().count() + days_to_thursday) / days_of_week;
}

}  // namespace

std::optional<law::Deadline> latest_deadline(const application::Standing& standing,
                                             const law::WorkingCalendar& calendar, Date today) {
    if (!standing.deadline || !standing.reply_due_on) {
        return standing.deadline;
    }
    auto latest = law::reply_deadline(standing.clock_events, calendar,
                                      last_day_of_waiting(standing, today), standing.receipt_rules);
    return latest ? std::optional(*std::move(latest)) : standing.deadline;
}

DayBand day_band(const application::Standing& standing,
                 const std::optional<law::Deadline>& deadline, const law::WorkingCalendar& calendar,
                 Date until) {
    DayBand band;
    if (!deadline || !deadline->reply_due_on || !deadline->received_on) {
        return band;
    }
    const auto excluded = excluded_times(standing, *deadline->received_on, calendar,
                                         last_day_of_waiting(standing, until));
    // The day itself is not counted.
    const auto start = deadline->clock_starts_on.value_or(*deadline->received_on);
    for (auto day = start.next(); day <= *deadline->reply_due_on; day = day.next()) {
        if (!calendar.is_working_day(day)) {
            continue;
        }
        DayCell cell{.date = day, .is_today = day == until};
        cell.is_excluded =
            std::ranges::any_of(excluded, [&](const auto& time) { return time.has(day); });
        cell.is_used = !cell.is_excluded && day <= until;
        ++(cell.is_excluded ? band.excluded : cell.is_used ? band.used : band.left);
        if (band.weeks.empty() ||
            monday_number(band.weeks.back().back().date) != monday_number(day)) {
            band.weeks.emplace_back();
        }
        band.weeks.back().push_back(cell);
    }
    return band;
}

}  // namespace gk::web::citizen
