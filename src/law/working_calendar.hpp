// Working days (工作日): Monday to Friday but for the days off of the yearly circulars, and the
// make-up workdays (调休上班日) at weekends. The circulars are data; this is what is made of them.
// 条例 arts. 26, 30, 32, 33 and 34 count in 工作日 without defining it.
// READING: 0005 (what a working day is; the day of the event is not counted).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace gk::law {

enum class DayKind : std::uint8_t { off, work };

// A day that a circular names: a weekday off, or a day at a weekend that is worked.
struct CalendarDay {
    Date date;
    DayKind kind;
    std::string name;  // "春节": the holiday that the arrangement belongs to.
};

struct CalendarSource {
    std::string title;            // 国务院办公厅关于2026年部分节假日安排的通知
    std::string document_number;  // 国办发明电〔2025〕7号; may be empty.
};

// A year whose arrangement has been published, and by what.
struct CalendarYear {
    int year;
    std::vector<CalendarSource> sources;
};

struct WorkingDate {
    Date date;
    // A day between is in a year whose arrangement is not published: taken from weekdays alone.
    bool is_provisional;
};

class WorkingCalendar {
public:
    // Counts reach so far and no further (the dates of the program end with 2199).
    static constexpr int last_year = 2180;
    static constexpr int working_days_max = 2000;

    // Covers the years; of two days with one date the later in the list stands.
    WorkingCalendar(std::vector<CalendarYear> years, std::vector<CalendarDay> days);

    [[nodiscard]] bool covers(int year) const;
    // Every year from the one date to the other.
    [[nodiscard]] bool covers(Date from, Date to) const;

    // In a year that is not covered: by the weekday, unless the day is listed all the same.
    [[nodiscard]] bool is_working_day(Date date) const;
    // What a circular says of this day; null where none does.
    [[nodiscard]] const CalendarDay* listed(Date date) const;

    // The `count`-th working day after `from`, which itself is not counted; `from` for 0. Refuses
    // dates after last_year and counts outside 0 to working_days_max (`law.count_out_of_range`).
    [[nodiscard]] Result<WorkingDate> add_working_days(Date from, int count) const;
    // 行政诉讼法解释 (2018) art. 48: `date`, or the first working day after it where it is none.
    [[nodiscard]] Date working_day_from(Date date) const;
    // The working days d with after < d <= upto.
    [[nodiscard]] int working_days_between(Date after, Date upto) const;

    [[nodiscard]] std::span<const CalendarYear> years() const { return years_; }

    // In the order of their dates.
    [[nodiscard]] std::span<const CalendarDay> days() const { return days_; }

private:
    std::vector<CalendarYear> years_;
    std::vector<CalendarDay> days_;
    Date first_;  // Of working_, which is dense: one byte a day.
    std::vector<std::uint8_t> working_;
};

}  // namespace gk::law
