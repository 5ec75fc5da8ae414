// The periods inside a reconsideration or a lawsuit: until when the agency answers, when a decision
// is to be expected, until when it may be appealed. 行政复议法(2023) arts 48, 54, 62, 88;
// 行政诉讼法 arts 45, 67, 81, 85, 88. Only the periods of 3, 5, 7 and 10 days inside a
// reconsideration are working days (art. 88 para. 2).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "law/in_force.hpp"
#include "law/working_calendar.hpp"

namespace gk::law {

enum class RemedyClock {
    respondent_reply,             // From receiving the copy of the application.
    respondent_reply_simplified,  // The same, in the simplified procedure.
    reconsideration_decision,     // From acceptance.
    reconsideration_decision_simplified,
    reconsideration_extension,  // At most so much longer.
    suit_after_decision,        // From receiving the decision on reconsideration.
    defendant_reply,            // From receiving the copy of the complaint.
    first_instance_judgment,    // From docketing.
    appeal_against_judgment,    // From receiving the judgment,
    appeal_against_ruling,      // or a ruling (裁定).
    second_instance_judgment,   // From the court's receiving the appeal.
};
[[nodiscard]] std::span<const RemedyClock> remedy_clocks();
[[nodiscard]] std::string_view label(RemedyClock clock);

enum class ClockUnit { working_days, days, months };

struct ClockLength {
    int count;
    ClockUnit unit;
};

// 10个工作日, 60日, 6个月.
[[nodiscard]] std::string text(const ClockLength& length);

// The length in force on the day from which it runs; `law.no_law_in_force` before there was one.
[[nodiscard]] Result<Ruled<ClockLength>> remedy_clock(RemedyClock clock, Date from);

struct RemedyDue {
    Date due_on;
    // Reached across a year whose calendar is not published.
    bool is_provisional = false;
    Citation basis;
};

// The last day: the day from which it runs is not counted, `days_more` natural days are added, and
// a last day that is no working day moves to the next one (行政诉讼法解释 art. 48).
[[nodiscard]] Result<RemedyDue> remedy_due(RemedyClock clock, Date from,
                                           const WorkingCalendar& calendar, int days_more = 0);

}  // namespace gk::law
