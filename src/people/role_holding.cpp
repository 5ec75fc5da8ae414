#include "people/role_holding.hpp"

#include <algorithm>

namespace gk::people {

bool RoleHolding::holds_on(Date day) const {
    return valid_from <= day && holds_from(day);
}

bool RoleHolding::holds_from(Date day) const {
    return !valid_to || *valid_to >= day;
}

bool Delegation::holds_on(Date day) const {
    return valid_from <= day && holds_from(day);
}

bool Delegation::holds_from(Date day) const {
    return !ended_at && valid_to >= day;
}

bool breaks_separation(std::span<const RoleHolding> held, Role added, Date from) {
    return std::ranges::any_of(held, [&](const RoleHolding& each) {
        return each.holds_from(from) && each.role != added &&
               (is_administrator(each.role) || is_administrator(added));
    });
}

}  // namespace gk::people
