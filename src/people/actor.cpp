#include "people/actor.hpp"

#include <algorithm>
#include <utility>

namespace gk::people {

namespace {

// Whether the actor may without holding a role for an agency: nothing where roles decide.
std::optional<bool> may_without_role(const Actor& actor, Permission needed) {
    if (actor.is_operator) {
        return allows_operator(needed);
    }
    if (needed == Permission::everyone) {
        return true;
    }
    if (needed == Permission::sign_in) {
        return actor.account.has_value();
    }
    return std::nullopt;
}

}  // namespace

bool HeldRole::bears_on(Id<Agency> concerned) const {
    return agency == concerned ||
           std::ranges::find(agencies_below, concerned) != agencies_below.end();
}

bool Actor::may(Permission needed) const {
    if (const auto decided = may_without_role(*this, needed)) {
        return *decided;
    }
    return std::ranges::any_of(
        held_roles, [needed](const HeldRole& held) { return allows(held.role, needed); });
}

bool Actor::may(Permission needed, Id<Agency> agency) const {
    if (const auto decided = may_without_role(*this, needed)) {
        return *decided;
    }
    return std::ranges::any_of(held_roles, [&](const HeldRole& held) {
        return allows(held.role, needed) && held.bears_on(agency);
    });
}

bool Actor::may(Permission needed, Id<Agency> agency, std::string_view unit) const {
    if (const auto decided = may_without_role(*this, needed)) {
        return *decided;
    }
    return std::ranges::any_of(held_roles, [&](const HeldRole& held) {
        return allows(held.role, needed) && held.bears_on(agency) &&
               (!held.unit || *held.unit == unit);
    });
}

std::string Actor::trail_name(Permission used, Id<Agency> agency) const {
    std::string delegator;
    for (const auto& held : held_roles) {
        if (allows(held.role, used) && held.bears_on(agency)) {
            if (held.on_behalf_of.empty()) {
                return name;
            }
            delegator = held.on_behalf_of;
        }
    }
    return delegator.empty() ? name : name + " on behalf of " + delegator;
}

bool Actor::is_or_acts_for(std::string_view other_name) const {
    return name == other_name || std::ranges::any_of(held_roles, [&](const HeldRole& held) {
               return !held.on_behalf_of.empty() && held.on_behalf_of == other_name;
           });
}

Actor everyone() {
    return {};
}

Actor operator_named(std::string name) {
    return {.name = std::move(name), .is_operator = true};
}

}  // namespace gk::people
