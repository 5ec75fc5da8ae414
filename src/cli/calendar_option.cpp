#include "cli/calendar_option.hpp"

#include <filesystem>
#include <optional>

#include "calendar/load.hpp"

namespace gk::cli {

Result<law::WorkingCalendar> calendar_of(const Arguments& arguments, Context& context) {
    if (const auto folder = arguments.one(calendar_option.name)) {
        return calendar::load(*folder);
    }
    GK_TRY(const auto* config, context.config());
    const auto& folder = config->values.calendar.folder;
    return calendar::load(folder.empty() ? std::nullopt : std::optional(folder));
}

}  // namespace gk::cli
