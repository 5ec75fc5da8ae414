// The calendar of 2008 to 2026 from tests/law/vectors/workdays.tsv, and calendars for properties.
#pragma once

#include "law/working_calendar.hpp"

namespace gk::test {

[[nodiscard]] const law::WorkingCalendar& calendar_of_vectors();

// As many working days as the vectors say a year has: their own check.
struct YearCount {
    int year;
    int working_days;
};

[[nodiscard]] std::vector<YearCount> working_days_of_years();

}  // namespace gk::test
