#include "law/deadline.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "law/deadline_check.hpp"
#include "law/deadline_trace.hpp"
#include "law/errors.hpp"

namespace gk::law {

namespace {

constexpr std::array<std::string_view, 5> state_keys = {
    "running", "awaiting_confirmation", "awaiting_correction", "awaiting_payment", "consulting"};
constexpr std::array<std::string_view, 5> state_labels = {"答复期限内", "待确认收到", "待补正",
                                                          "待缴费", "征求意见"};
constexpr std::array<std::string_view, 14> step_keys = {
    "receipt",   "rest_day_receipt", "correction_asked", "correction_received", "fee_notified",
    "fee_paid",  "consultation",     "reply_period",     "extension",           "excluded_time",
    "reply_due", "deferral",         "provisional",      "ordered_day"};

Deadline awaiting_confirmation(const Submission& submission) {
    return {.state = DeadlineState::awaiting_confirmation,
            .received_on = {},
            .clock_starts_on = {},
            .reply_due_on = {},
            .payment_due_on = {},
            .is_provisional = false,
            .trace = {trace::awaiting_confirmation(submission)}};
}

// The computation for an application that has been received, one step after another. All events
// have been checked.
class Computation {
public:
    Computation(const ApplicationEvents& events, const WorkingCalendar& calendar, Date today,
                Date received_on)
        : events_(events),
          calendar_(calendar),
          today_(today),
          received_on_(received_on),
          period_(*reply_working_days(received_on)),
          start_(received_on) {}

    void receive(const ReceiptRules& rules);
    void correct();
    void charge();
    void consult();
    Result<Deadline> finish() &&;

private:
    void restart(Date date);
    void run();
    Date due_after_exclusions(int count);
    void mark_provisional(Date last);
    [[nodiscard]] bool is_excluded(Date date) const;
    [[nodiscard]] DeadlineState state() const;

    const ApplicationEvents& events_;
    const WorkingCalendar& calendar_;
    Date today_;
    Date received_on_;
    Ruled<int> period_;
    Date start_;  // The day, not counted, after which the period runs.
    std::optional<Date> restart_;
    bool awaits_correction_ = false;
    bool awaits_payment_ = false;
    bool is_consulting_ = false;
    std::optional<WorkingDate> payment_due_;
    std::vector<ExcludedTime> excluded_;
    std::optional<Date> due_;
    bool is_provisional_ = false;
    std::vector<TraceStep> trace_;
};

void Computation::receive(const ReceiptRules& rules) {
    const auto channel = events_.submission.channel;
    const bool is_old = period_.basis.instrument == "regulation-2008";
    trace_.push_back(trace::receipt(channel, rules.of(channel), received_on_,
                                    is_old ? period_.basis : receipt_basis(channel)));
    if (rules.rest_day == RestDayReceipt::moves && !calendar_.is_working_day(received_on_)) {
        start_ = calendar_.working_day_from(received_on_);
        restart_ = start_;
        trace_.push_back(trace::rest_day_receipt(received_on_, start_));
    }
}

void Computation::restart(Date date) {
    start_ = std::max(start_, date);
    restart_ = start_;
}

void Computation::correct() {
    for (const auto& each : events_.corrections) {
        trace_.push_back(trace::correction_asked(
            *each.asked_on, correction_notice_due_on(received_on_, calendar_)->date));
        awaits_correction_ = !each.received_on;
        if (each.received_on) {
            restart(*each.received_on);
            trace_.push_back(trace::correction_received(*each.received_on));
        }
    }
}

void Computation::charge() {
    if (!events_.fee) {
        return;
    }
    const auto& fee = *events_.fee;
    payment_due_ = *payment_due_on(*fee.notified_on, calendar_);
    trace_.push_back(trace::fee_notified(*fee.notified_on, payment_due_->date));
    awaits_payment_ = !fee.paid_on;
    if (fee.paid_on) {
        restart(*fee.paid_on);
        trace_.push_back(trace::fee_paid(*fee.paid_on, payment_due_->date));
    }
}

void Computation::consult() {
    for (const auto& each : events_.consultations) {
        const auto due = *opinion_due_on(each, received_on_, calendar_);
        const auto excluded = excluded_time(each, due, today_);
        is_consulting_ = is_consulting_ || is_open(each, due, today_);
        excluded_.push_back(excluded);
        trace_.push_back(trace::consultation({each, due, excluded}));
    }
}

bool Computation::is_excluded(Date date) const {
    return std::ranges::any_of(excluded_, [&](const ExcludedTime& each) { return each.has(date); });
}

Date Computation::due_after_exclusions(int count) {
    std::vector<Date> not_counted;
    auto date = start_;
    for (int counted = 0; counted < count;) {
        date = calendar_.working_day_from(date.next());
        if (is_excluded(date)) {
            not_counted.push_back(date);
        } else {
            ++counted;
        }
    }
    if (!excluded_.empty()) {
        trace_.push_back(trace::excluded_time(std::move(not_counted)));
    }
    return date;
}

// Runs the period and its extension from the last start.
void Computation::run() {
    int count = period_.value;
    trace_.push_back(trace::reply_period(period_, start_));
    if (events_.extension) {
        count += events_.extension->working_days;
        trace_.push_back(trace::extension(events_.extension->working_days, count, period_.basis));
    }
    due_ = due_after_exclusions(count);
    trace_.push_back(trace::reply_due(start_, count, *due_, calendar_));
}

void Computation::mark_provisional(Date last) {
    std::vector<int> missing;
    for (int year = received_on_.year(); year <= last.year(); ++year) {
        if (!calendar_.covers(year)) {
            missing.push_back(year);
        }
    }
    is_provisional_ = !missing.empty();
    if (is_provisional_) {
        trace_.push_back(trace::provisional(std::move(missing)));
    }
}

DeadlineState Computation::state() const {
    if (awaits_correction_) {
        return DeadlineState::awaiting_correction;
    }
    if (awaits_payment_) {
        return DeadlineState::awaiting_payment;
    }
    return is_consulting_ ? DeadlineState::consulting : DeadlineState::running;
}

Result<Deadline> Computation::finish() && {
    const bool awaits = awaits_correction_ || awaits_payment_;
    const auto payment = payment_due_ ? std::optional(payment_due_->date) : std::nullopt;
    if (!awaits) {
        run();
        if (events_.deferral) {
            const auto deferred_to = calendar_.working_day_from(events_.deferral->deferred_to);
            if (deferred_to <= *due_) {
                return error(deferral_not_later, deferred_to.chinese(), due_->chinese())
                    .at("deferred_to")
                    .on(deferral_basis);
            }
            due_ = deferred_to;
            trace_.push_back(trace::deferral(*events_.deferral, deferred_to));
        }
    }
    mark_provisional(std::max(due_.value_or(received_on_), payment.value_or(received_on_)));
    return Deadline{.state = state(),
                    .received_on = received_on_,
                    .clock_starts_on = restart_,
                    .reply_due_on = due_,
                    .payment_due_on = payment,
                    .is_provisional = is_provisional_,
                    .trace = std::move(trace_)};
}

}  // namespace

std::string_view key(DeadlineState state) {
    return state_keys.at(static_cast<std::size_t>(state));
}

std::string_view label(DeadlineState state) {
    return state_labels.at(static_cast<std::size_t>(state));
}

std::string_view key(Step step) {
    return step_keys.at(static_cast<std::size_t>(step));
}

Result<Deadline> reply_deadline(const ApplicationEvents& events, const WorkingCalendar& calendar,
                                Date today, const ReceiptRules& rules) {
    GK_TRY(const auto received_on, check_events(events, today, rules));
    if (!received_on) {
        return awaiting_confirmation(events.submission);
    }
    Computation computation(events, calendar, today, *received_on);
    computation.receive(rules);
    computation.correct();
    computation.charge();
    computation.consult();
    return std::move(computation).finish();
}

}  // namespace gk::law
