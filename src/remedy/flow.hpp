// The way of a reconsideration or lawsuit through the office: which act is possible at which stage,
// who may do it, what it must say. Pure; the verbs of service.hpp and the buttons ask the same
// function.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/actor.hpp"
#include "remedy/standing.hpp"

namespace gk::remedy {

// A field of an Entry that an action uses, with its label there.
struct FieldUse {
    std::string_view name;
    std::string_view label;
    bool is_required = false;
};

[[nodiscard]] std::span<const FieldUse> action_fields(RemedyAction action);
// Empty where no article rules it.
[[nodiscard]] Citation basis(RemedyAction action, law::RemedyGroup group);

// What the rules look at.
struct Situation {
    const RemedyCase& of;
    const Standing& standing;
    const people::Actor& actor;
    Date today;
};

// Refuses who may not and what cannot follow on the stage.
[[nodiscard]] Result<void> permit(RemedyAction action, const Situation& situation);

// Everything that is wrong with what an act says, each at its field.
[[nodiscard]] Result<void> check_entry(RemedyAction action, const Situation& situation,
                                       const Entry& entry, const law::CountingOverrides& overrides);

struct AvailableAction {
    RemedyAction action = RemedyAction::receive_copy;
    std::optional<Error> obstacle;  // Nothing: yes.
};

// Every action on a case that is there, in their order.
[[nodiscard]] std::vector<AvailableAction> available_actions(const Situation& situation);

}  // namespace gk::remedy
