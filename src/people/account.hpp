// Accounts of those who work here: one person, one account. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/id.hpp"

namespace gk::people {

struct Agency;

enum class AccountState : std::uint8_t {
    active,
    locked,  // By an administrator, until unlocked.
    ended,   // For good; what it did keeps its name.
};

[[nodiscard]] std::string_view key(AccountState state);
[[nodiscard]] std::string_view label(AccountState state);
[[nodiscard]] std::optional<AccountState> account_state_of(std::string_view key);

struct Account {
    Id<Account> id;
    std::string public_id = {};
    Id<Agency> agency;  // Whose administrators look after it.
    std::string login_name = {};
    std::string display_name = {};
    AccountState state = AccountState::active;
    std::int64_t version = 1;
    Moment created_at;
    std::optional<Moment> ended_at = {};
    std::optional<Moment> password_changed_at = {};  // Nothing: it has no password yet.
    bool must_change_password = false;
    std::optional<Moment> second_factor_since = {};  // Nothing: it has none.
    // Who it is at the identity service, where it signs in there.
    std::optional<std::string> identity_subject = {};

    // "user:wang": in acts and in the trail.
    [[nodiscard]] std::string trail_name() const;
};

// How the office reaches its holder: personal data, sealed where it is stored.
struct Contact {
    std::string email = {};
    std::string phone = {};

    friend bool operator==(const Contact&, const Contact&) = default;
};

// As it is kept and compared: half-width, lower case, without spaces around it.
[[nodiscard]] std::string normalised_login_name(std::string_view typed);

// 2 to 40 lower-case letters, digits, "." "-" "_", the first a letter.
[[nodiscard]] bool is_login_name(std::string_view text);

}  // namespace gk::people
