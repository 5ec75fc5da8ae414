// Where a reconsideration or lawsuit stands: its stage, its clocks, and how it is counted, all
// derived from its acts. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "law/remedy_clock.hpp"
#include "law/working_calendar.hpp"
#include "remedy/remedy.hpp"

namespace gk::remedy {

struct Clock {
    law::RemedyClock clock = law::RemedyClock::respondent_reply;
    Date from;
    Date due_on;
    bool is_provisional = false;
    Citation basis;
    bool is_ours = false;  // The agency owes it; the others are the body's or the applicant's.
    std::optional<Date> met_on = {};
};

// The end of it, as it is counted.
struct Conclusion {
    Date on;
    std::optional<law::RemedyResult> result;  // Nothing: not counted.
};

struct Standing {
    RemedyStage stage = RemedyStage::registered;
    Date opened_on;
    std::optional<Date> copy_received_on;
    bool is_simplified = false;
    std::optional<Date> replied_on;
    std::optional<Date> suspended_on;  // While it is.
    int suspended_days = 0;            // Of suspensions that are over.
    int extended_days = 0;
    const Act* decision = nullptr;  // The last: of the first instance or the final one.
    const Act* appeal = nullptr;
    std::optional<Date> new_reply_due_on;  // While it is owed; may be without a date.
    bool is_new_reply_owed = false;
    std::optional<Conclusion> conclusion;  // READING: 0021, none while an appeal runs.
    // What the agency owes next and by when, suspended or not.
    std::optional<Date> owed_by;
};

// Asserts that there are acts and that the first registers the case.
[[nodiscard]] Standing standing_of(const RemedyCase& of, const law::WorkingCalendar& calendar,
                                   const law::CountingOverrides& overrides = {});

// Every clock that runs or ran, in the order of the acts from which they run.
[[nodiscard]] std::vector<Clock> clocks_of(const RemedyCase& of, const Standing& standing,
                                           const law::WorkingCalendar& calendar);

// Where the decision of an act is counted, unless the act itself says otherwise.
[[nodiscard]] law::Counting preselected(const Entry& entry,
                                        const law::CountingOverrides& overrides);

}  // namespace gk::remedy
