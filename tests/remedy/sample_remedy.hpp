// Reconsiderations and lawsuits made of acts, for the tests of the rules.
#pragma once

#include "calendar/load.hpp"
#include "remedy/flow.hpp"

namespace gk::remedy {

inline const law::WorkingCalendar& calendar() {
    static const law::WorkingCalendar loaded = *calendar::load(std::nullopt);
    return loaded;
}

// The next act of a case.
struct Step {
    RemedyAction action;
    Date on;
    Entry entry = {};
};

inline RemedyCase remedy_of(law::RemedyGroup group, const std::vector<Step>& steps) {
    RemedyCase of;
    of.agency = {1};
    of.group = group;
    of.application_id = "01APPLICATION";
    of.title = "某公司申请水费收缴标准";
    for (const auto& step : steps) {
        Act act{.number = static_cast<int>(of.acts.size()) + 1,
                .action = step.action,
                .actor = "user:clerk",
                .at = FixedClock(step.on).now(),
                .entry = step.entry};
        act.entry.on = step.on;
        of.acts.push_back(std::move(act));
    }
    return of;
}

inline Entry decided(law::ReconsiderationDecision decision) {
    return {.decision = decision};
}

inline Entry ruled(law::LitigationRuling ruling) {
    return {.ruling = ruling};
}

inline people::Actor clerk_of(Id<people::Agency> agency) {
    return {.name = "user:clerk",
            .display_name = {},
            .account = Id<people::Account>{1},
            .is_operator = false,
            .held_roles = {{.role = people::Role::clerk, .agency = agency}}};
}

}  // namespace gk::remedy
