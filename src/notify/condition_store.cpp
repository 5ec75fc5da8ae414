#include "notify/condition_store.hpp"

namespace gk::notify {

void SqlCondition::add_assigned_to(const people::Actor& actor) {
    text_ += text_.empty() ? " WHERE (" : " AND (";
    // Nobody's account has the id 0.
    text_ += "account_id = ?";
    parameters_.emplace_back(actor.account ? actor.account->value : std::int64_t{0});
    for (const auto& held : actor.held_roles) {
        text_ += " OR (agency_id = ? AND role = ?";
        parameters_.emplace_back(held.agency);
        parameters_.emplace_back(people::key(held.role));
        if (held.unit) {
            text_ += " AND (unit IS NULL OR unit = ?)";
            parameters_.emplace_back(*held.unit);
        }
        text_ += ")";
    }
    text_ += ")";
}

}  // namespace gk::notify
