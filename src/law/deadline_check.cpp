#include "law/deadline_check.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "law/date_order.hpp"
#include "law/errors.hpp"

namespace gk::law {

namespace {

void add_date(std::vector<Date>& dates, const std::optional<Date>& date) {
    if (date) {
        dates.push_back(*date);
    }
}

// The latest date of all, which the arithmetic must be able to count from.
Date latest(const ApplicationEvents& events, Date today) {
    std::vector<Date> dates = {today, events.submission.submitted_on};
    add_date(dates, events.submission.signed_on);
    add_date(dates, events.submission.confirmed_on);
    for (const auto& each : events.corrections) {
        add_date(dates, each.asked_on);
        add_date(dates, each.received_on);
    }
    for (const auto& each : events.consultations) {
        dates.push_back(each.sent_on);
        add_date(dates, each.delivered_on);
        add_date(dates, each.returned_on);
    }
    const auto fee = events.fee.value_or(FeePayment{});
    add_date(dates, fee.notified_on);
    add_date(dates, fee.paid_on);
    if (events.deferral) {
        dates.push_back(events.deferral->deferred_to);
    }
    return std::ranges::max(dates);
}

void check_consultation(ProblemList& problems, const Consultation& consultation, std::size_t index,
                        Date received_on) {
    const auto field = [&](std::string_view name) {
        return fmt::format("consultations[{}].{}", index, name);
    };
    const auto sent_field = field("sent_on");
    const auto delivered_field = field("delivered_on");
    const auto returned_field = field("returned_on");
    const NamedDate receipt{"收到申请的日期", "received_on", received_on};
    const NamedDate sent{"发出征求意见书的日期", sent_field, consultation.sent_on};
    const NamedDate delivered{"征求意见书送达的日期", delivered_field, consultation.delivered_on};
    const NamedDate returned{"收到意见的日期", returned_field, consultation.returned_on};
    problems.take(opinion_working_days(consultation.consulted, received_on));
    check_order(problems, receipt, sent);
    check_order(problems, sent, delivered);
    check_order(problems, sent, returned);
    check_order(problems, delivered, returned);
}

void check_received(ProblemList& problems, const ApplicationEvents& events, Date received_on) {
    if (!problems.take(reply_working_days(received_on))) {
        return;
    }
    check_corrections(problems, events.corrections, received_on);
    std::size_t index = 0;
    for (const auto& each : events.consultations) {
        check_consultation(problems, each, index++, received_on);
    }
    if (events.fee) {
        check_fee_payment(problems, *events.fee, received_on);
    }
    if (events.extension) {
        check_extension(problems, *events.extension, received_on);
    }
    if (events.deferral) {
        check_deferral(problems, *events.deferral, received_on);
    }
}

void check_none(ProblemList& problems, bool is_there, std::string_view act) {
    if (is_there) {
        problems.add(error(event_before_receipt, act).on({"regulation-2019", 31}));
    }
}

// Nothing can happen to an application that has not been received.
void check_not_received(ProblemList& problems, const ApplicationEvents& events) {
    check_none(problems, !events.corrections.empty(), "告知补正");
    check_none(problems, !events.consultations.empty(), "征求意见");
    check_none(problems, events.fee.has_value(), "收取信息处理费");
    check_none(problems, events.extension.has_value(), "延长答复期限");
    check_none(problems, events.deferral.has_value(), "确定延迟答复的期限");
}

}  // namespace

Result<std::optional<Date>> check_events(const ApplicationEvents& events, Date today,
                                         const ReceiptRules& rules) {
    ProblemList problems;
    const auto last = latest(events, today);
    if (last.year() > WorkingCalendar::last_year) {
        problems.add(error(date_out_of_range, last.chinese(), WorkingCalendar::last_year));
    }
    const auto received = problems.take(received_on(events.submission, rules));
    if (received && *received) {
        check_received(problems, events, **received);
    }
    if (received && !*received) {
        check_not_received(problems, events);
    }
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return *received;
}

}  // namespace gk::law
