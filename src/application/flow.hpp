// Who may do what in a case, when, and on which article: one table, asked by the buttons and by the
// verbs alike. Pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "application/standing.hpp"
#include "people/permission.hpp"

namespace gk::application {

// A field of Entry that an action uses, by its name in entry_fields.hpp and as people call it.
struct FieldUse {
    std::string_view field;
    std::string_view label;
    bool is_required = false;
};

// What is looked at, beside the action itself.
struct Situation {
    const Case& of;
    const Standing& standing;
    const people::Actor& actor;
    Date today;
};

// The article that it stands on; empty where none names it.
[[nodiscard]] Citation basis(Action action);
[[nodiscard]] std::span<const FieldUse> action_fields(Action action);
// The permission of the office for it; the first of two where either will do.
[[nodiscard]] people::Permission permission(Action action);
// The one under which this actor does it: for the name in the trail.
[[nodiscard]] people::Permission permission_used(Action action, const Situation& situation);

// Refuses who may not, what cannot follow on the state, what the law does not allow any more or
// yet, and whoever would approve an own draft.
[[nodiscard]] Result<void> permit(Action action, const Situation& situation);

// The same, and everything that is wrong with what the act says, all at once.
[[nodiscard]] Result<void> permit(Action action, const Entry& entry, const Situation& situation);

struct AvailableAction {
    Action action;
    std::optional<Error> obstacle;  // Nothing: yes.
    // The consultations or tasks that it may follow; nothing: it follows none in particular.
    std::optional<std::vector<int>> records = {};
};

// Every action on a case that is there, in their order.
[[nodiscard]] std::vector<AvailableAction> available_actions(const Situation& situation);

// Whether the events that are left can follow each other once one of them is cancelled: refuses
// what nobody can take back and what later acts rest on.
[[nodiscard]] Result<void> check_cancelling(const Case& of, int event_number,
                                            const law::WorkingCalendar& calendar,
                                            const law::ReceiptRules& rules);

}  // namespace gk::application
