// The periods for reconsideration and litigation. They run in natural days, months and years, not
// in working days; the day on which they begin is not counted.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "law/in_force.hpp"

namespace gk::law {

enum class RemedyPeriod {
    reconsideration,                   // From knowing the answer.
    reconsideration_not_told,          // The longest, where the right was not told.
    reconsideration_absolute,          // After which no application is accepted.
    litigation_after_reconsideration,  // From receiving the decision.
    direct_litigation,                 // From knowing the answer.
    litigation_not_told,               // The longest, where the period was not told.
    litigation_without_answer,         // From the end of the reply period.
};

enum class PeriodUnit { days, months, years };

struct NaturalPeriod {
    int count;
    PeriodUnit unit;
};

[[nodiscard]] std::span<const RemedyPeriod> remedy_periods();
[[nodiscard]] std::string_view label(RemedyPeriod period);
// 60日, 6个月, 1年.
[[nodiscard]] std::string text(const NaturalPeriod& period);

// The period for an answer given on this day; `law.remedies_not_modelled` before 2024-01-01.
[[nodiscard]] Result<Ruled<NaturalPeriod>> remedy_period(RemedyPeriod period, Date answered_on);

}  // namespace gk::law
