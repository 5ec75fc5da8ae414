#include "application/case_light.hpp"

namespace gk::application {

notify::Pace pace_in(CaseState state) {
    switch (state) {
        case CaseState::awaiting_confirmation:
            return notify::Pace::unstarted;
        case CaseState::awaiting_correction:
        case CaseState::awaiting_payment:
        case CaseState::consulting:
            return notify::Pace::paused;
        case CaseState::awaiting_examination:
        case CaseState::in_progress:
        case CaseState::in_review:
        case CaseState::awaiting_signature:
        case CaseState::awaiting_delivery:
            return notify::Pace::running;
        case CaseState::awaiting_closing:
        case CaseState::closed:
        case CaseState::archived:
            break;
    }
    return notify::Pace::answered;
}

notify::DueDate due_date(CaseState state, std::optional<Date> reply_due_on) {
    return {.due_on = reply_due_on, .pace = pace_in(state)};
}

}  // namespace gk::application
