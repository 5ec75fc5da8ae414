#include "cli/account_desk.hpp"

#include <utility>

#include <fmt/format.h>

#include "store/database.hpp"

namespace gk::cli {

people::SignInSettings sign_in_settings(const SignInConfig& config) {
    return {.password = {.length_min = config.password_length_min,
                         .classes_min = config.password_classes_min,
                         .history = config.password_history,
                         .age_days_max = config.password_age_days_max},
            .idle_max = std::chrono::minutes(config.idle_minutes_max),
            .session_max = std::chrono::hours(config.session_hours_max),
            .link_max = std::chrono::hours(config.link_hours_max)};
}

people::HashingLimits hashing_limits(const SignInConfig& config) {
    return {.at_once = static_cast<unsigned>(config.hashings_at_once),
            .waiting_max = static_cast<unsigned>(config.hashings_at_once)};
}

Result<CommandDesk> command_desk(Context& context) {
    GK_TRY(const auto* loaded, context.config());
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    const auto& config = loaded->values.sign_in;
    auto hasher = std::make_unique<people::PasswordHasher>(hashing_limits(config));
    auto& in_use = *hasher;
    return CommandDesk{.hasher = std::move(hasher),
                       .desk = {.database = *database,
                                .hasher = in_use,
                                .keys = keys,
                                .settings = sign_in_settings(config)},
                       .actor = people::operator_named(context.actor()),
                       .now = context.clock().now()};
}

std::string link_address(const Config& config, std::string_view token) {
    const auto& domain = config.site.domain;
    const auto base = domain.empty()
                          ? fmt::format("http://{}:{}", config.server.address, config.server.port)
                          : "https://" + domain;
    return fmt::format("{}/office/one-time-link#{}", base, token);
}

}  // namespace gk::cli
