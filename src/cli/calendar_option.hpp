// The working-day calendar that a command counts with.
#pragma once

#include <optional>

#include "base/result.hpp"
#include "calendar/live_calendar_service.hpp"
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "law/working_calendar.hpp"

namespace gk::cli {

inline constexpr Option calendar_option{
    .name = "--calendar-dir",
    .takes = Takes::one,
    .value_name = "FOLDER",
    .help = "另加工作日历（*.toml）的目录；不写时用配置 calendar.folder。"};

// The program's own calendars with those of --calendar-dir, or else of the configuration. For
// commands that need no database.
[[nodiscard]] Result<law::WorkingCalendar> calendar_of(const Arguments& arguments,
                                                       Context& context);

// The same, and the circulars that were loaded into the running system: what the server counts by.
// `further`: one more, that is not kept.
[[nodiscard]] Result<law::WorkingCalendar> live_calendar_of(
    const Arguments& arguments, Context& context,
    const std::optional<calendar::LoadedFile>& further = {});

}  // namespace gk::cli
