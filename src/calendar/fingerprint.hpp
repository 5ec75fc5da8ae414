// What tells one working calendar from another: dates that were derived under one are derived anew
// where it is another. Pure.
#pragma once

#include <string>

#include "law/working_calendar.hpp"

namespace gk::calendar {

// The same for two calendars that cover the same years and have the same days, whatever files they
// were read from.
[[nodiscard]] std::string fingerprint(const law::WorkingCalendar& calendar);

}  // namespace gk::calendar
