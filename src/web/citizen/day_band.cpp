#include "web/citizen/day_band.hpp"

#include <algorithm>

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

long monday_number(Date date) {
    constexpr int days_of_week = 7;
    constexpr int days_to_thursday = 3;  // 1970-01-01 was a Thursday.
    return (date.days().time_since_epoch().count() + days_to_thursday) / days_of_week;
}

}  // namespace

std::optional<law::Deadline> latest_deadline(const application::Standing& standing,
                                             const law::WorkingCalendar& calendar, Date today) {
    const auto* reopened = standing.round.reopened;
    const bool is_ordered = reopened != nullptr && reopened->entry.due_on;
    if (!standing.deadline || !standing.reply_due_on || is_ordered) {
        return standing.deadline;
    }
    auto latest = law::reply_deadline(standing.clock_events, calendar,
                                      last_day_of_waiting(standing, today), standing.receipt_rules);
    return latest ? std::optional(*std::move(latest)) : standing.deadline;
}

DayBand day_band(const application::Standing& standing,
                 const std::optional<law::Deadline>& deadline, const law::WorkingCalendar& calendar,
                 Date until) {
    using application::DayMark;
    DayBand band;
    const auto cells = application::day_band(standing, deadline, calendar,
                                             {until, last_day_of_waiting(standing, until)});
    for (const auto& cell : cells) {
        if (cell.mark == DayMark::off || cell.mark == DayMark::over) {
            continue;
        }
        ++(cell.mark == DayMark::excluded ? band.excluded
           : cell.mark == DayMark::used   ? band.used
                                          : band.left);
        if (band.weeks.empty() ||
            monday_number(band.weeks.back().back().date) != monday_number(cell.date)) {
            band.weeks.emplace_back();
        }
        band.weeks.back().push_back(cell);
    }
    return band;
}

}  // namespace gk::web::citizen
