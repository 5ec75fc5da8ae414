// Who acts: the public, the operator at the command line, or a person with an account and the
// roles it holds today. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "people/permission.hpp"
#include "people/role.hpp"

namespace gk::people {

struct Account;
struct Agency;

// A role in an agency, held on the day of acting.
struct HeldRole {
    Role role = Role::clerk;
    Id<Agency> agency;
    // Those below it, for a role that reaches below; else empty.
    std::vector<Id<Agency>> agencies_below = {};
    std::optional<std::string> unit = {};  // The code of the unit for which it is held.
    // Whose role it is, where it was delegated: the name of that account in the trail.
    std::string on_behalf_of = {};

    [[nodiscard]] bool bears_on(Id<Agency> concerned) const;
};

struct Actor {
    std::string name;               // In the trail: "cli:root", "user:wang"; empty for the public.
    std::string display_name = {};  // As people write it.
    std::optional<Id<Account>> account = {};
    bool is_operator = false;
    std::vector<HeldRole> held_roles = {};

    // Whether there is any agency for which it may.
    [[nodiscard]] bool may(Permission needed) const;
    [[nodiscard]] bool may(Permission needed, Id<Agency> agency) const;
    // Holding the role for this unit of the agency, or for the agency as a whole.
    [[nodiscard]] bool may(Permission needed, Id<Agency> agency, std::string_view unit) const;

    // The name for the trail of an act under this permission: with a delegated role both names,
    // "user:li on behalf of user:wang".
    [[nodiscard]] std::string trail_name(Permission used, Id<Agency> agency) const;

    // Whether `name` is this person or one for whom it acts: a drafter approves neither way.
    [[nodiscard]] bool is_or_acts_for(std::string_view other_name) const;
};

// Whoever looks at the portal.
[[nodiscard]] Actor everyone();

// At the command line: "cli:" and the user of the operating system.
[[nodiscard]] Actor operator_named(std::string name);

}  // namespace gk::people
