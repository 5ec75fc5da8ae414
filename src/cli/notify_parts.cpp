#include "cli/notify_parts.hpp"

#include <utility>

namespace gk::cli {

std::unique_ptr<notify::Gateway> gateway_of(const NotifyConfig& config) {
    return notify::make_gateway({.mail_url = config.mail_url,
                                 .mail_from = config.mail_from,
                                 .mail_user = config.mail_user,
                                 .mail_password = config.mail_password,
                                 .webhook_url = config.webhook_url,
                                 .webhook_secret = config.webhook_secret});
}

Result<NotifyParts> notify_parts(Context& context) {
    GK_TRY(const auto* config, context.config());
    GK_TRY(auto* database, context.database());
    GK_TRY(auto keys, context.keys_folder());
    const auto& folder = config->values.calendar.folder;
    GK_TRY(auto calendar, calendar::LiveCalendar::open(
                              *database, folder.empty() ? std::nullopt : std::optional(folder)));
    auto gateway = gateway_of(config->values.notify);
    const notify::RunnerParts runner{
        .database = *database, .gateway = *gateway, .calendar = *calendar, .keys = std::move(keys)};
    return NotifyParts{std::move(calendar), std::move(gateway), runner};
}

}  // namespace gk::cli
