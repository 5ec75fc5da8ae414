// What must hold whatever the dates. RapidCheck prints its seed; the same search again:
//   RC_PARAMS="seed=…" build/dev/tests/law/test_law_properties
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "law/calendar_of_vectors.hpp"
#include "law/deadline.hpp"
#include "law/deadline_oracle.hpp"
#include "law/processing_fee.hpp"

namespace gk::law {
namespace {

const WorkingCalendar& calendar() {
    return test::calendar_of_vectors();
}

// From 0 to `most`, both included.
int number_upto(int most) {
    return *rc::gen::inRange(0, most + 1);
}

Date day_between(Date first, Date last) {
    return first.plus_days(number_upto(days_between(first, last)));
}

bool happens() {
    return *rc::gen::arbitrary<bool>();
}

std::optional<Date> maybe_after(Date date, int days_most) {
    return happens() ? std::optional(date.plus_days(number_upto(days_most))) : std::nullopt;
}

Consultation any_consultation(Date received_on) {
    const auto kind =
        *rc::gen::element(Consulted::third_party, Consulted::joint_agency, Consulted::agency);
    const auto sent_on = received_on.plus_days(number_upto(60));
    const auto delivered_on = maybe_after(sent_on, 10);
    return {.consulted = kind,
            .sent_on = sent_on,
            .delivered_on = delivered_on,
            .returned_on = maybe_after(delivered_on.value_or(sent_on), 50)};
}

// Events in order, as the regulation of 2019 allows them; now and then with a wait.
ApplicationEvents any_events(Date received_on) {
    ApplicationEvents events{.submission = {Channel::counter, received_on}};
    if (happens()) {
        const auto asked_on = received_on.plus_days(number_upto(14));
        events.corrections = {{asked_on, maybe_after(asked_on, 40)}};
    }
    if (happens() && received_on >= Date(2021, 1, 1)) {
        const auto notified_on = received_on.plus_days(number_upto(20));
        events.fee = FeePayment{notified_on, maybe_after(notified_on, 40)};
    }
    for (int count = number_upto(3); count > 0; --count) {
        events.consultations.push_back(any_consultation(received_on));
    }
    if (happens()) {
        events.extension = Extension{1 + number_upto(19), Done::yes, Done::yes};
    }
    return events;
}

// ISO dates stand in the order of their letters, and RapidCheck can print them.
std::string iso(const std::optional<Date>& date) {
    return date ? date->iso() : "none";
}

std::vector<CalendarDay> listed_days() {
    return {calendar().days().begin(), calendar().days().end()};
}

TEST(LawProperties, a_deadline_agrees_with_counting_day_by_day) {
    const auto days = listed_days();
    EXPECT_TRUE(rc::check("deadline == day by day", [&] {
        const auto received_on = day_between(Date(2019, 5, 15), Date(2026, 3, 1));
        const auto events = any_events(received_on);
        const auto today = received_on.plus_days(number_upto(150));
        const auto expected = test::naive_deadline(events, days, today);
        const auto deadline = reply_deadline(events, calendar(), today);
        RC_ASSERT(deadline.has_value());
        RC_ASSERT(iso(deadline->reply_due_on) == iso(expected.reply_due_on));
        RC_ASSERT(key(deadline->state) == key(expected.state));
        RC_ASSERT(deadline->reply_due_on.has_value() ==
                  (deadline->state == DeadlineState::running ||
                   deadline->state == DeadlineState::consulting));
    }));
}

TEST(LawProperties, a_later_receipt_never_falls_due_earlier) {
    EXPECT_TRUE(rc::check("later receipt, not earlier due", [] {
        const auto first = day_between(Date(2008, 5, 1), Date(2026, 12, 31));
        const auto later = first.plus_days(number_upto(40));
        const int days = number_upto(15);
        const auto due = [&](Date received_on) {
            ApplicationEvents events{.submission = {Channel::counter, received_on}};
            if (days > 0) {
                events.extension = Extension{days, Done::yes, Done::yes};
            }
            return iso(reply_deadline(events, calendar(), received_on)->reply_due_on);
        };
        RC_ASSERT(due(first) <= due(later));
    }));
}

TEST(LawProperties, an_added_holiday_never_shortens) {
    EXPECT_TRUE(rc::check("added holiday, not earlier due", [] {
        const auto received_on = day_between(Date(2019, 5, 15), Date(2026, 3, 1));
        auto days = listed_days();
        days.push_back({received_on.plus_days(number_upto(120)), DayKind::off, "地方节日"});
        const WorkingCalendar local({calendar().years().begin(), calendar().years().end()}, days);
        const auto events = any_events(received_on);
        const auto today = received_on.plus_days(number_upto(150));
        const auto before = reply_deadline(events, calendar(), today);
        const auto after = reply_deadline(events, local, today);
        RC_ASSERT(iso(before->reply_due_on) <= iso(after->reply_due_on));
        RC_ASSERT(iso(before->payment_due_on) <= iso(after->payment_due_on));
    }));
}

TEST(LawProperties, today_moves_no_date_unless_a_consultation_is_open) {
    EXPECT_TRUE(rc::check("today decides the state alone", [] {
        const auto received_on = day_between(Date(2019, 5, 15), Date(2026, 3, 1));
        auto events = any_events(received_on);
        for (auto& each : events.consultations) {
            each.returned_on = each.returned_on.value_or(each.delivery());
        }
        const auto on = [&](int days) {
            return iso(
                reply_deadline(events, calendar(), received_on.plus_days(days))->reply_due_on);
        };
        RC_ASSERT(on(number_upto(150)) == on(number_upto(150)));
    }));
}

TEST(LawProperties, fees_never_fall_with_volume_and_each_unit_costs_no_less_than_the_last) {
    EXPECT_TRUE(rc::check("fees rise", [] {
        const auto scale = *rc::gen::element(FeeScale::per_application, FeeScale::per_page);
        const int units = number_upto(2000);
        const auto fee = [&](int count) {
            return processing_fee(scale, count, Date(2023, 1, 1))->yuan;
        };
        RC_ASSERT(fee(units) <= fee(units + 1));
        RC_ASSERT(fee(units + 1) - fee(units) <= fee(units + 2) - fee(units + 1));
    }));
}

TEST(LawProperties, working_days_between_and_added_agree) {
    EXPECT_TRUE(rc::check("between and add", [] {
        const auto from = day_between(Date(2008, 1, 1), Date(2026, 6, 30));
        const int count = number_upto(200);
        const auto date = calendar().add_working_days(from, count)->date;
        RC_ASSERT(calendar().working_days_between(from, date) == count);
        RC_ASSERT(count == 0 || calendar().is_working_day(date));
    }));
}

}  // namespace
}  // namespace gk::law
