// How the many actions are shown: in groups, and those first that the state of the case calls for.
// Says nothing of who may do them: flow.hpp does. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "application/standing.hpp"

namespace gk::application {

enum class ActionGroup : std::uint8_t {
    answer,
    search,
    consultation,
    correction,
    extension,
    fee,
    link,
    receipt,
    end,
};
[[nodiscard]] std::span<const ActionGroup> action_groups();
[[nodiscard]] std::string_view key(ActionGroup group);
[[nodiscard]] std::string_view label(ActionGroup group);
[[nodiscard]] std::optional<ActionGroup> action_group_of(std::string_view key);

[[nodiscard]] ActionGroup group(Action action);

// What usually comes next where the case stands so, the most usual first; empty once it is filed.
[[nodiscard]] std::vector<Action> next_steps(const Standing& standing);

}  // namespace gk::application
