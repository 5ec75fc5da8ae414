// The working-day calendar: the yearly circulars that the program carries in itself
// (data/calendars/YYYY.toml) and, where the operator names a folder, the files there: the circular
// for a new year, an amendment, the holidays of an ethnic area (放假办法 art. 4).
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "law/working_calendar.hpp"

namespace gk::calendar {

// The files of the extra folder (every *.toml in it, in the order of their names) are read after
// the program's own; a later file overrides a day of an earlier one. A file makes its year one
// whose arrangement is published, unless it is of local holidays alone (`local = true`). Refuses
// unreadable folders and files and every mistake in them, all at once (errors.hpp).
[[nodiscard]] Result<law::WorkingCalendar> load(
    const std::optional<std::filesystem::path>& extra_folder);

// A file that lies elsewhere. The views last as long as the call.
struct FurtherFile {
    std::string_view name;
    std::string_view toml;
};

// The same, and these files after all others, in their order.
[[nodiscard]] Result<law::WorkingCalendar> load(
    const std::optional<std::filesystem::path>& extra_folder, std::span<const FurtherFile> further);

}  // namespace gk::calendar
