// Whether the events of one application agree with the law and with each other.
#pragma once

#include <optional>

#include "base/problem_list.hpp"
#include "law/deadline.hpp"

namespace gk::law {

// The art. 31 date, or nothing while the confirmation is awaited; otherwise every problem of the
// events: those of received_on(), check_corrections(), check_fee_payment(), check_extension(),
// check_deferral(), of the consultations (`law.dates_out_of_order`, `law.not_modelled`), events
// before receipt (`law.event_before_receipt`) and dates beyond the calendar
// (`law.date_out_of_range`).
[[nodiscard]] Result<std::optional<Date>> check_events(const ApplicationEvents& events, Date today,
                                                       const ReceiptRules& rules);

}  // namespace gk::law
