// The days of the reply period one by one, as the band of working days (工作日带) shows them: which
// are counted, which are not and why. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/standing.hpp"

namespace gk::application {

enum class DayMark : std::uint8_t {
    used,      // A working day of the period, up to today or to the answer.
    left,      // A working day of the period that was not used.
    off,       // A rest day.
    excluded,  // A working day on which an opinion was awaited.
    over,      // A working day after the last one.
};
[[nodiscard]] std::span<const DayMark> day_marks();
[[nodiscard]] std::string_view key(DayMark mark);
[[nodiscard]] std::string_view label(DayMark mark);

struct DayCell {
    Date date;
    DayMark mark = DayMark::used;
    int number = 0;         // Of the used and left ones, from 1; else 0.
    std::string name;       // Of the holiday: 春节; of a make-up workday too.
    bool is_until = false;  // The day `until`.
    bool is_due = false;
};

// `until`: the day of the answer or, before that, today. `waited_until`: the day up to which an
// opinion that is not there yet is awaited.
struct BandDays {
    Date until;
    Date waited_until;
};

// The day of the answer or, while there is none, today.
[[nodiscard]] Date band_until(const Standing& standing, Date today);

// Of this deadline of the case: from the day after the clock's start to the last day, or to `until`
// where that is later, but no more than a hundred days after the last. Empty while no reply is due.
[[nodiscard]] std::vector<DayCell> day_band(const Standing& standing,
                                            const std::optional<law::Deadline>& deadline,
                                            const law::WorkingCalendar& calendar,
                                            const BandDays& days);

}  // namespace gk::application
