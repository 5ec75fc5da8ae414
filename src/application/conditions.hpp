// What must hold for an action beside its permission and the state of the case. Pure; asked through
// flow.hpp.
#pragma once

#include "application/action_table.hpp"

namespace gk::application::condition {

[[nodiscard]] Result<void> correction_not_asked(Action action, const Situation& situation);
[[nodiscard]] Result<void> consultation_undelivered(Action action, const Situation& situation);
[[nodiscard]] Result<void> opinion_awaited(Action action, const Situation& situation);
[[nodiscard]] Result<void> third_party_to_tell(Action action, const Situation& situation);
[[nodiscard]] Result<void> extension_possible(Action action, const Situation& situation);
[[nodiscard]] Result<void> extension_to_decide(Action action, const Situation& situation);
[[nodiscard]] Result<void> extension_to_notify(Action action, const Situation& situation);
[[nodiscard]] Result<void> reasons_not_asked(Action action, const Situation& situation);
[[nodiscard]] Result<void> reasons_awaited(Action action, const Situation& situation);
[[nodiscard]] Result<void> deferral_possible(Action action, const Situation& situation);
[[nodiscard]] Result<void> fee_not_notified(Action action, const Situation& situation);
[[nodiscard]] Result<void> task_to_sign_for(Action action, const Situation& situation);
[[nodiscard]] Result<void> task_open(Action action, const Situation& situation);
[[nodiscard]] Result<void> search_possible(Action action, const Situation& situation);
[[nodiscard]] Result<void> not_duplicate(Action action, const Situation& situation);
[[nodiscard]] Result<void> not_split(Action action, const Situation& situation);
[[nodiscard]] Result<void> not_own_draft(Action action, const Situation& situation);
[[nodiscard]] Result<void> release_to_review(Action action, const Situation& situation);
[[nodiscard]] Result<void> ready_to_deliver(Action action, const Situation& situation);
[[nodiscard]] Result<void> answer_delivered(Action action, const Situation& situation);
[[nodiscard]] Result<void> was_received(Action action, const Situation& situation);
[[nodiscard]] Result<void> ready_to_close(Action action, const Situation& situation);

}  // namespace gk::application::condition
