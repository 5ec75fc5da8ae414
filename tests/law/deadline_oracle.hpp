// The reply deadline once more, the plain way: day by day, by the words of the law and of
// docs/readings/, sharing no arithmetic with src/law. Slow, and right for events in order.
#pragma once

#include <optional>
#include <vector>

#include "law/deadline.hpp"

namespace gk::test {

struct NaiveDeadline {
    law::DeadlineState state;
    std::optional<Date> reply_due_on;
};

[[nodiscard]] NaiveDeadline naive_deadline(const law::ApplicationEvents& events,
                                           const std::vector<law::CalendarDay>& calendar_days,
                                           Date today);

}  // namespace gk::test
