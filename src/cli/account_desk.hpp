// What the verbs on accounts work with, made of the configuration.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "cli/context.hpp"
#include "people/account_desk.hpp"
#include "people/actor.hpp"
#include "people/password_hasher.hpp"

namespace gk::cli {

[[nodiscard]] people::SignInSettings sign_in_settings(const SignInConfig& config);
[[nodiscard]] people::HashingLimits hashing_limits(const SignInConfig& config);

// For a command of the operator.
struct CommandDesk {
    std::unique_ptr<people::PasswordHasher> hasher;
    people::AccountDesk desk;
    people::Actor actor;
    Moment now;
};

// Opens the database.
[[nodiscard]] Result<CommandDesk> command_desk(Context& context);

// Where the holder of the link sets a password. What stands behind the "#" is sent to no server.
[[nodiscard]] std::string link_address(const Config& config, std::string_view token);

}  // namespace gk::cli
