// 工作日带: one cell for each working day of the reply period, used, not counted or left, by weeks;
// and the sentence that says the same. Pure.
#pragma once

#include <optional>
#include <vector>

#include "application/day_band.hpp"
#include "application/standing.hpp"
#include "law/working_calendar.hpp"

namespace gk::web::citizen {

struct DayBand {
    std::vector<std::vector<application::DayCell>> weeks;  // Monday to Sunday; none is empty.
    int used = 0;
    int excluded = 0;
    int left = 0;

    [[nodiscard]] bool empty() const { return weeks.empty(); }
};

// The clock of the case; while an opinion is awaited, as if it came on the last day for it: the
// latest that the reply can fall due. Nothing where no reply is due.
[[nodiscard]] std::optional<law::Deadline> latest_deadline(const application::Standing& standing,
                                                           const law::WorkingCalendar& calendar,
                                                           Date today);

// Of that deadline, up to its last day; empty where there is none.
[[nodiscard]] DayBand day_band(const application::Standing& standing,
                               const std::optional<law::Deadline>& deadline,
                               const law::WorkingCalendar& calendar, Date until);

}  // namespace gk::web::citizen
