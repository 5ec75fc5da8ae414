// The clock of one application: from what happened (条例 arts. 30 to 35, 信息处理费管理办法 art. 6)
// to the day by which the reply is due, with every step in words. Never a stored date.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "law/consultation.hpp"
#include "law/correction.hpp"
#include "law/fee_payment.hpp"
#include "law/receipt.hpp"
#include "law/reply_period.hpp"
#include "law/working_calendar.hpp"

namespace gk::law {

// What happened in one application, as far as its clock minds.
struct ApplicationEvents {
    Submission submission;
    std::vector<Correction> corrections = {};
    std::vector<Consultation> consultations = {};
    std::optional<FeePayment> fee = {};
    std::optional<Extension> extension = {};
    std::optional<Deferral> deferral = {};
};

enum class DeadlineState : std::uint8_t {
    running,
    awaiting_confirmation,  // Art. 31: not received yet.
    awaiting_correction,    // Art. 30.
    awaiting_payment,       // 办法 art. 6.
    consulting,             // Art. 33 para. 3: the days do not count.
};

[[nodiscard]] std::string_view key(DeadlineState state);
[[nodiscard]] std::string_view label(DeadlineState state);

// The steps of the trace, in the order in which they appear.
enum class Step : std::uint8_t {
    receipt,
    rest_day_receipt,
    correction_asked,
    correction_received,
    fee_notified,
    fee_paid,
    consultation,
    reply_period,
    extension,
    excluded_time,
    reply_due,
    deferral,
    provisional,
    ordered_day,  // Of a case that was reopened: written by who knows the order.
};

[[nodiscard]] std::string_view key(Step step);

struct TraceStep {
    Step step;
    std::vector<Date> dates;
    std::string text;          // Chinese.
    Citation basis;            // Empty where only arithmetic.
    std::string_view reading;  // "0001": the note in docs/readings/; empty where the text says so.
};

struct Deadline {
    DeadlineState state;
    std::optional<Date> received_on;      // The art. 31 date.
    std::optional<Date> clock_starts_on;  // The day, not counted, after which it began anew.
    // Empty while a confirmation, correction or payment is awaited.
    std::optional<Date> reply_due_on;
    std::optional<Date> payment_due_on;  // Where a fee was notified.
    // A date above lies in, or was reached across, a year whose calendar is not published.
    bool is_provisional;
    std::vector<TraceStep> trace;
};

// `today` decides between running and consulting, and how far a consultation that is still open
// excludes time; nothing else. Refuses events that contradict the law or each other, all of their
// problems at once (deadline_check.hpp). Under the regulation of 2008 anything but the receipt and
// an extension is `law.not_modelled`.
[[nodiscard]] Result<Deadline> reply_deadline(const ApplicationEvents& events,
                                              const WorkingCalendar& calendar, Date today,
                                              const ReceiptRules& rules = {});

}  // namespace gk::law
