// The working-day calendar that a command counts with.
#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "law/working_calendar.hpp"

namespace gk::cli {

inline constexpr Option calendar_option{
    .name = "--calendar-dir",
    .takes = Takes::one,
    .value_name = "FOLDER",
    .help = "另加工作日历（*.toml）的目录；不写时用配置 calendar.folder。"};

// The program's own calendars with those of --calendar-dir, or else of the configuration.
[[nodiscard]] Result<law::WorkingCalendar> calendar_of(const Arguments& arguments,
                                                       Context& context);

}  // namespace gk::cli
