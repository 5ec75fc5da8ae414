#include "application/day_band.hpp"

#include <algorithm>
#include <array>

#include "law/enum_table.hpp"

namespace gk::application {

namespace {

struct Row {
    DayMark value;
    std::string_view key;
    std::string_view label;
};

constexpr auto rows = law::enum_table(std::array{
    Row{DayMark::used, "used", "已用"},
    Row{DayMark::left, "left", "剩余"},
    Row{DayMark::off, "off", "休息日"},
    Row{DayMark::excluded, "excluded", "征求意见，不计入"},
    Row{DayMark::over, "over", "超过期限"},
});

constexpr int days_after_due_max = 100;

std::vector<law::ExcludedTime> excluded_times(const Standing& standing, Date received_on,
                                              const law::WorkingCalendar& calendar,
                                              Date waited_until) {
    std::vector<law::ExcludedTime> times;
    for (const auto& each : standing.clock_events.consultations) {
        const auto due = law::opinion_due_on(each, received_on, calendar);
        times.push_back(law::excluded_time(each, due ? *due : std::nullopt, waited_until));
    }
    return times;
}

}  // namespace

std::span<const DayMark> day_marks() {
    return rows.values();
}

std::string_view key(DayMark mark) {
    return rows[mark].key;
}

std::string_view label(DayMark mark) {
    return rows[mark].label;
}

Date band_until(const Standing& standing, Date today) {
    return is_concluded(standing.state) && standing.latest ? standing.latest->on : today;
}

std::vector<DayCell> day_band(const Standing& standing,
                              const std::optional<law::Deadline>& deadline,
                              const law::WorkingCalendar& calendar, const BandDays& days) {
    if (!deadline || !deadline->reply_due_on || !deadline->received_on) {
        return {};
    }
    const auto due = *deadline->reply_due_on;
    // The day itself is not counted.
    const auto start = deadline->clock_starts_on.value_or(*deadline->received_on);
    const auto excluded =
        excluded_times(standing, *deadline->received_on, calendar, days.waited_until);
    const auto end = std::min(std::max(due, days.until), due.plus_days(days_after_due_max));
    std::vector<DayCell> cells;
    int number = 0;
    for (auto date = start.next(); date <= end; date = date.next()) {
        const auto* listed = calendar.listed(date);
        DayCell cell{.date = date,
                     .mark = date <= days.until ? DayMark::used : DayMark::left,
                     .name = listed == nullptr ? "" : listed->name,
                     .is_until = date == days.until,
                     .is_due = date == due};
        if (!calendar.is_working_day(date)) {
            cell.mark = DayMark::off;
        } else if (date > due) {
            cell.mark = DayMark::over;
        } else if (std::ranges::any_of(excluded,
                                       [&](const auto& time) { return time.has(date); })) {
            cell.mark = DayMark::excluded;
        } else {
            cell.number = ++number;
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

}  // namespace gk::application
