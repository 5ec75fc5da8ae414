// Proactive disclosure (条例 art. 26): within 20 working days of the information's being formed or
// changed, unless a law or regulation sets another period.
#pragma once

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "law/in_force.hpp"
#include "law/working_calendar.hpp"

namespace gk::law {

inline constexpr Citation publication_basis{"regulation-2019", 26};

// Working days for publishing: 20. `law.not_modelled` before 2019-05-15.
[[nodiscard]] Result<Ruled<int>> publication_working_days(Date formed_or_changed_on);

// The last day for publishing. The date of forming or changing picks the law: `law.not_modelled`
// before 2019-05-15.
[[nodiscard]] Result<WorkingDate> publish_due_on(Date formed_or_changed_on,
                                                 const WorkingCalendar& calendar);

}  // namespace gk::law
