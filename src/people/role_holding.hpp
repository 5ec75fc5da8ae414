// Roles held by accounts, with their dates, and those delegated for a time. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "people/role.hpp"

namespace gk::people {

struct Account;
struct Agency;

struct RoleHolding {
    Id<RoleHolding> id;
    std::string public_id = {};
    Id<Account> account;
    Role role = Role::clerk;
    Id<Agency> agency;
    std::optional<std::string> unit = {};  // Its code; nothing: for the whole agency.
    Date valid_from;
    std::optional<Date> valid_to = {};  // The last day; nothing: until it is ended.

    [[nodiscard]] bool holds_on(Date day) const;
    // Holds that day or will later.
    [[nodiscard]] bool holds_from(Date day) const;
};

struct Delegation {
    Id<Delegation> id;
    std::string public_id = {};
    Id<RoleHolding> holding;
    Id<Account> delegate;
    Date valid_from;
    Date valid_to;
    std::string reason = {};
    std::optional<Moment> ended_at = {};  // Before its time.

    [[nodiscard]] bool holds_on(Date day) const;
    [[nodiscard]] bool holds_from(Date day) const;
};

// 三员: whether one more role beside these breaks the rule that an administrator holds no other.
[[nodiscard]] bool breaks_separation(std::span<const RoleHolding> held, Role added, Date from);

}  // namespace gk::people
