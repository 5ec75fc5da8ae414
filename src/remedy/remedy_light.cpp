#include "remedy/remedy_light.hpp"

#include <fmt/format.h>

namespace gk::remedy {

namespace {

using notify::Pace;
using notify::Signal;

Pace pace_without_debt(RemedyStage stage) {
    switch (stage) {
        case RemedyStage::registered:
        case RemedyStage::awaiting_reply:
            return Pace::unstarted;
        case RemedyStage::suspended:
            return Pace::paused;
        case RemedyStage::in_examination:
        case RemedyStage::decided:
        case RemedyStage::on_appeal:
        case RemedyStage::awaiting_performance:
        case RemedyStage::closed:
            break;
    }
    return Pace::answered;
}

bool is_in_natural_days(const Clock& clock) {
    const auto length = law::remedy_clock(clock.clock, clock.from);
    return !length || length->value.unit != law::ClockUnit::working_days;
}

Signal signal_of(const notify::DueDate& due, bool is_natural, const LightContext& light) {
    return is_natural ? notify::signal_in_days(due, light.today, light.calendar, light.rules)
                      : notify::signal(due, light.today, light.calendar, light.rules);
}

// Of somebody else: how long it goes on, without a judgment.
Signal awaited(Date due_on, Date today) {
    const auto days = (due_on.days() - today.days()).count();
    return {.urgency = notify::Urgency::in_time,
            .light = notify::Light::none,
            .working_days_left = std::nullopt,
            .text = days < 0 ? "已届满" : fmt::format("还有 {} 天", days)};
}

}  // namespace

notify::DueDate owed_in(RemedyStage stage, std::optional<Date> owed_by, bool is_paused) {
    // A new reply that is owed is due although the case has been decided, with or without a day.
    if (owed_by || stage == RemedyStage::awaiting_performance) {
        return {owed_by, is_paused ? Pace::paused : Pace::running};
    }
    return {std::nullopt, pace_without_debt(stage)};
}

Signal owed_signal(law::RemedyGroup group, RemedyStage stage, const notify::DueDate& owed,
                   const LightContext& light) {
    // A defence is owed within natural days (行诉法 art. 67); a reply in a reconsideration within
    // working days (复议法 art. 88), and a new reply by the day that was set.
    const bool is_defence = is_litigation(group) && stage == RemedyStage::awaiting_reply;
    return signal_of(owed, is_defence, light);
}

Signal clock_signal(const Clock& clock, const Standing& standing, const LightContext& light) {
    if (clock.met_on) {
        return notify::signal({clock.due_on, Pace::answered}, light.today, light.calendar,
                              light.rules);
    }
    if (standing.suspended_on) {
        return notify::signal({clock.due_on, Pace::paused}, light.today, light.calendar,
                              light.rules);
    }
    // Decided without it: there is nothing left to hand in.
    if (clock.is_ours && standing.decision != nullptr) {
        return notify::signal({clock.due_on, Pace::answered}, light.today, light.calendar,
                              light.rules);
    }
    return clock.is_ours
               ? signal_of({clock.due_on, Pace::running}, is_in_natural_days(clock), light)
               : awaited(clock.due_on, light.today);
}

}  // namespace gk::remedy
