// The lights of a remedy (notify/light.hpp): of what the agency owes in it and of each of its
// clocks. None while the case is suspended, before the copy has come and once the agency has done
// its part; a period that the law counts in natural days is told in natural days. Pure.
#pragma once

#include <optional>

#include "law/report_format.hpp"
#include "notify/light.hpp"
#include "remedy/standing.hpp"

namespace gk::remedy {

// What the agency owes in that stage and by when.
[[nodiscard]] notify::DueDate owed_in(RemedyStage stage, std::optional<Date> owed_by,
                                      bool is_paused);

struct LightContext {
    const law::WorkingCalendar& calendar;
    const notify::LightRules& rules;  // Of the agency.
    Date today;
};

[[nodiscard]] notify::Signal owed_signal(law::RemedyGroup group, RemedyStage stage,
                                         const notify::DueDate& owed, const LightContext& light);

// Of a clock of the agency. What the body or the applicant may or must do has no light: its days
// are told, and never as late.
[[nodiscard]] notify::Signal clock_signal(const Clock& clock, const Standing& standing,
                                          const LightContext& light);

}  // namespace gk::remedy
