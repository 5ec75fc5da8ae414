// Correction (补正, 条例 art. 30): asked for once, within 7 working days of receipt; the reply
// period begins anew when the corrected application is received.
#pragma once

#include <optional>
#include <span>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/problem_list.hpp"
#include "base/result.hpp"
#include "law/in_force.hpp"
#include "law/working_calendar.hpp"

namespace gk::law {

inline constexpr Citation correction_basis{"regulation-2019", 30};

struct Correction {
    std::optional<Date> asked_on = {};
    std::optional<Date> received_on = {};  // The corrected application.
};

// Working days from receipt for asking: 7. `law.not_modelled` before 2019-05-15.
[[nodiscard]] Result<Ruled<int>> correction_notice_working_days(Date received_on);

// The last day for asking: the 7th working day after receipt. `law.not_modelled` before
// 2019-05-15.
[[nodiscard]] Result<WorkingDate> correction_notice_due_on(Date received_on,
                                                           const WorkingCalendar& calendar);

// Adds `law.correction_asked_twice`, `law.correction_not_asked`, `law.dates_out_of_order`.
// `received_on` is the receipt of the application. READING: 0006 (asking late is no refusal).
void check_corrections(ProblemList& problems, std::span<const Correction> corrections,
                       Date received_on);

}  // namespace gk::law
