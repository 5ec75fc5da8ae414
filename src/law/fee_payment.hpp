// Paying the processing fee (信息处理费管理办法 art. 6): within 20 working days from the day after
// the applicant receives the notice; the processing period begins anew the day after payment.
// READING: 0007.
#pragma once

#include <optional>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/problem_list.hpp"
#include "base/result.hpp"
#include "law/in_force.hpp"
#include "law/working_calendar.hpp"

namespace gk::law {

// The number of this article is to be confirmed against the printed measures.
inline constexpr Citation fee_payment_basis{"fee-measures-2020", 6};

struct FeePayment {
    std::optional<Date> notified_on = {};  // When the applicant received the notice.
    std::optional<Date> paid_on = {};      // When the payment was complete.
};

// Working days for paying, from the day after the notice: 20. `law.no_law_in_force` before
// 2021-01-01.
[[nodiscard]] Result<Ruled<int>> payment_working_days(Date notified_on);

// The last day for paying. `law.no_law_in_force` before the measures (2021-01-01).
[[nodiscard]] Result<WorkingDate> payment_due_on(Date notified_on, const WorkingCalendar& calendar);

// Adds `law.fee_not_notified`, `law.dates_out_of_order` and what payment_due_on() refuses.
void check_fee_payment(ProblemList& problems, const FeePayment& fee, Date received_on);

}  // namespace gk::law
