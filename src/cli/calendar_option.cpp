#include "cli/calendar_option.hpp"

#include <filesystem>

#include "calendar/load.hpp"

namespace gk::cli {

namespace {

Result<std::optional<std::filesystem::path>> folder_of(const Arguments& arguments,
                                                       Context& context) {
    using Folder = std::optional<std::filesystem::path>;
    if (const auto folder = arguments.one(calendar_option.name)) {
        return Folder(*folder);
    }
    GK_TRY(const auto* config, context.config());
    const auto& folder = config->values.calendar.folder;
    return folder.empty() ? Folder() : Folder(folder);
}

}  // namespace

Result<law::WorkingCalendar> calendar_of(const Arguments& arguments, Context& context) {
    GK_TRY(const auto folder, folder_of(arguments, context));
    return calendar::load(folder);
}

Result<law::WorkingCalendar> live_calendar_of(const Arguments& arguments, Context& context,
                                              const std::optional<calendar::LoadedFile>& further) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto folder, folder_of(arguments, context));
    return calendar::load_with(*database, folder, further);
}

}  // namespace gk::cli
