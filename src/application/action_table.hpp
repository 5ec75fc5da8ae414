// The table of the actions: permission, states, kinds, article, what else must hold. Pure; asked
// through flow.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "application/flow.hpp"

namespace gk::application {

using States = std::uint32_t;

[[nodiscard]] constexpr States bit(CaseState state) {
    return States{1} << static_cast<unsigned>(state);
}

using Condition = Result<void> (*)(Action, const Situation&);

struct ActionRow {
    Action value;
    people::Permission permission;
    std::optional<people::Permission> or_permission;
    bool may_applicant;
    bool needs_reply_period;  // Not in a case to amend a record (art. 41).
    States states;
    Citation basis;
    Condition condition;  // May be null.
    std::span<const FieldUse> fields;
};

[[nodiscard]] const ActionRow& row_of(Action action);

}  // namespace gk::application
