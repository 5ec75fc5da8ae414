// One calendar file. docs/recipes/holiday-year.md shows how it is written.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "law/working_calendar.hpp"

namespace gk::calendar {

struct CalendarFile {
    std::vector<law::CalendarYear> years;  // One, or none where the file is of local holidays.
    std::vector<law::CalendarDay> days;
};

// `name` is what the problems call the file.
[[nodiscard]] Result<CalendarFile> read_file(std::string_view name, std::string_view toml);

}  // namespace gk::calendar
