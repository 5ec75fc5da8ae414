// The way of a letter from draft to delivery: which act leads from where to where, who may do it
// and who may not do it after what. Pure; the verbs of service.hpp and the buttons ask the same
// function.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "law/letter_kind.hpp"
#include "people/actor.hpp"
#include "people/agency.hpp"

namespace gk::letter {

enum class LetterStatus : std::uint8_t {
    draft,
    submitted,
    sent_back,
    cleared,
    signed_off,
    delivered,
    cancelled,
};
[[nodiscard]] std::span<const LetterStatus> letter_statuses();
[[nodiscard]] std::string_view key(LetterStatus status);
[[nodiscard]] std::string_view label(LetterStatus status);
[[nodiscard]] std::optional<LetterStatus> letter_status_of(std::string_view key);

// write makes the draft or changes what it says; deliver records that it was sent or handed over,
// sign_for that it was received.
enum class LetterAction : std::uint8_t {
    write,
    submit,
    send_back,
    clear,
    sign_off,
    deliver,
    sign_for,
    cancel,
};
[[nodiscard]] std::span<const LetterAction> letter_actions();
[[nodiscard]] std::string_view key(LetterAction action);
[[nodiscard]] std::string_view label(LetterAction action);
[[nodiscard]] std::optional<LetterAction> letter_action_of(std::string_view key);

// What was done: written once, never changed.
struct LetterAct {
    LetterAction action = LetterAction::write;
    std::string actor;
    Moment at;
    std::string comment;
};

// Where the acts have led; nothing where there are none. Asserts that each of them was possible.
[[nodiscard]] std::optional<LetterStatus> status_after(law::LetterKind kind,
                                                       std::span<const LetterAct> acts);

// Whether the clerk issues letters of this kind alone: those that tell what has happened and decide
// nothing (接收回执, 征求意见告知书, 撤回确认书).
[[nodiscard]] bool is_issued_by_clerk(law::LetterKind kind);

// What the rules look at.
struct LetterStanding {
    Id<people::Agency> agency;
    law::LetterKind kind = law::LetterKind::granted;
    std::optional<LetterStatus> status;  // Nothing: there is no letter yet.
    std::vector<std::string> writers;    // By their names in the trail.
    bool has_uncleared_files = false;    // Files to leave with it that no review has let go.
    bool lacks_severances = false;       // Granted in part, and no file says what it withholds.
};

// The status that the action leads to. Refuses who may not, whoever wrote the letter to clear or
// sign it, what cannot follow on the status, and delivery before the release review (条例 art. 17).
[[nodiscard]] Result<LetterStatus> permit(LetterAction action, const LetterStanding& standing,
                                          const people::Actor& actor);

struct AvailableAction {
    LetterAction action;
    std::optional<Error> obstacle;  // Nothing: yes.
};

// Every action, in their order.
[[nodiscard]] std::vector<AvailableAction> available_actions(const LetterStanding& standing,
                                                             const people::Actor& actor);

// The permission under which the action is done, for the name in the trail.
[[nodiscard]] people::Permission permission_of(LetterAction action, law::LetterKind kind);

}  // namespace gk::letter
