// The steps of a deadline in words. Decides nothing: it is handed what deadline.cpp found.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "law/deadline.hpp"

namespace gk::law::trace {

[[nodiscard]] TraceStep awaiting_confirmation(const Submission& submission);
[[nodiscard]] TraceStep receipt(Channel channel, ReceiptBy by, Date received_on,
                                const Citation& basis);
[[nodiscard]] TraceStep rest_day_receipt(Date received_on, Date moved_to);

[[nodiscard]] TraceStep correction_asked(Date asked_on, Date notice_due_on);
[[nodiscard]] TraceStep correction_received(Date received_on);
[[nodiscard]] TraceStep fee_notified(Date notified_on, Date payment_due_on);
[[nodiscard]] TraceStep fee_paid(Date paid_on, Date payment_due_on);

[[nodiscard]] TraceStep reply_period(const Ruled<int>& working_days, Date start);
[[nodiscard]] TraceStep extension(int working_days, int total, const Citation& basis);

// A consultation with the last day for its opinion and the time it excludes.
struct Consulting {
    const Consultation& consultation;
    std::optional<WorkingDate> due;
    ExcludedTime excluded;
};

[[nodiscard]] TraceStep consultation(const Consulting& consulting);
// The working days that are not counted, each once.
[[nodiscard]] TraceStep excluded_time(std::vector<Date> days);

// `count`-th working day after `start`, and what the calendar names on the way.
[[nodiscard]] TraceStep reply_due(Date start, int count, Date due_on,
                                  const WorkingCalendar& calendar);
[[nodiscard]] TraceStep deferral(const Deferral& deferral, Date due_on);
[[nodiscard]] TraceStep provisional(std::vector<int> years);

}  // namespace gk::law::trace
