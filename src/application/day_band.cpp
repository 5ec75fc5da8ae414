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

std::vector<law::ExcludedTime> excluded_times(const Standing& standing,
                                              const law::WorkingCalendar& calendar, Date today) {
    std::vector<law::ExcludedTime> times;
    for (const auto& each : standing.clock_events.consultations) {
        const auto due = law::opinion_due_on(each, *standing.deadline->received_on, calendar);
        if (due) {
            times.push_back(law::excluded_time(each, *due, today));
        }
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

std::vector<DayCell> day_band(const Standing& standing, const law::WorkingCalendar& calendar,
                              Date today) {
    if (!standing.deadline || !standing.reply_due_on || !standing.deadline->received_on) {
        return {};
    }
    const auto due = *standing.reply_due_on;
    const auto start = standing.deadline->clock_starts_on.value_or(*standing.deadline->received_on);
    const bool is_over = is_concluded(standing.state) && standing.latest;
    const auto until = is_over ? standing.latest->on : today;
    const auto excluded = excluded_times(standing, calendar, until);
    const auto end = std::min(std::max(due, until), due.plus_days(days_after_due_max));
    std::vector<DayCell> cells;
    int number = 0;
    for (auto date = start.next(); date <= end; date = date.next()) {
        const auto* listed = calendar.listed(date);
        DayCell cell{.date = date,
                     .mark = date <= until ? DayMark::used : DayMark::left,
                     .name = listed == nullptr ? "" : listed->name,
                     .is_today = date == today,
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
