#include "law/deadline.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law/calendar_of_vectors.hpp"
#include "law/citation_text.hpp"
#include "support/folders.hpp"

namespace gk::law {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Date received(2026, 3, 2);
const Date today(2026, 6, 30);

ApplicationEvents handed_in(Date date = received) {
    return {.submission = {Channel::counter, date}};
}

Result<Deadline> computed(const ApplicationEvents& events, Date on = today,
                          const ReceiptRules& rules = {}) {
    return reply_deadline(events, test::calendar_of_vectors(), on, rules);
}

std::vector<std::string> codes(const ApplicationEvents& events, Date on = today) {
    const auto deadline = computed(events, on);
    std::vector<std::string> found;
    if (!deadline) {
        std::ranges::transform(deadline.error().problems(), std::back_inserter(found),
                               &Problem::code);
    }
    return found;
}

std::vector<std::string> steps(const Deadline& deadline) {
    std::vector<std::string> found;
    for (const auto& each : deadline.trace) {
        found.emplace_back(key(each.step));
    }
    return found;
}

const TraceStep& step(const Deadline& deadline, Step wanted) {
    return *std::ranges::find(deadline.trace, wanted, &TraceStep::step);
}

// docs/readings/0001-….md
bool has_note(std::string_view number) {
    const auto folder = gk::test::source_folder() / "docs/readings";
    return std::ranges::any_of(std::filesystem::directory_iterator(folder), [&](const auto& each) {
        return each.path().filename().string().starts_with(std::string(number) + "-");
    });
}

TEST(Deadline, of_a_plain_application_is_the_twentieth_working_day_after_receipt) {
    const auto deadline = computed(handed_in(Date(2026, 2, 10)));
    ASSERT_TRUE(deadline.has_value());
    EXPECT_EQ(deadline->state, DeadlineState::running);
    EXPECT_EQ(deadline->received_on, Date(2026, 2, 10));
    EXPECT_EQ(deadline->clock_starts_on, std::nullopt);
    EXPECT_EQ(deadline->reply_due_on, Date(2026, 3, 16));
    EXPECT_FALSE(deadline->is_provisional);
    EXPECT_THAT(steps(*deadline), ElementsAre("receipt", "reply_period", "reply_due"));
    const auto& due = step(*deadline, Step::reply_due);
    EXPECT_THAT(due.text, HasSubstr("第20个计入期限的工作日为2026年3月16日（星期一）"));
    EXPECT_THAT(due.text, HasSubstr("其间放假：2月16日、2月17日"));
    EXPECT_THAT(due.text, HasSubstr("其间调休上班：2月14日、2月28日。"));
}

TEST(Deadline, every_step_is_in_words_with_a_citation_or_a_reading) {
    auto events = handed_in();
    events.corrections = {{Date(2026, 3, 5), Date(2026, 3, 10)}};
    events.consultations = {{Consulted::third_party, Date(2026, 3, 12), {}, Date(2026, 3, 16)}};
    events.fee = FeePayment{Date(2026, 3, 11), Date(2026, 3, 12)};
    events.extension = Extension{20, Done::yes, Done::yes};
    events.deferral = Deferral{Date(2026, 3, 20), Date(2026, 12, 31)};
    const auto deadline = computed(events);
    ASSERT_TRUE(deadline.has_value());
    EXPECT_THAT(steps(*deadline),
                ElementsAre("receipt", "correction_asked", "correction_received", "fee_notified",
                            "fee_paid", "consultation", "reply_period", "extension",
                            "excluded_time", "reply_due", "deferral"));
    for (const auto& each : deadline->trace) {
        EXPECT_FALSE(each.text.empty());
        EXPECT_TRUE(!each.basis.empty() || !each.reading.empty()) << each.text;
        static_cast<void>(citation_text(each.basis));
        EXPECT_TRUE(each.reading.empty() || has_note(each.reading)) << each.reading;
    }
    EXPECT_EQ(deadline->reply_due_on, Date(2026, 12, 31));
    EXPECT_EQ(deadline->clock_starts_on, Date(2026, 3, 12));
}

TEST(Deadline, waits_for_the_confirmation_and_has_no_receipt_until_then) {
    const auto deadline = computed({.submission = {Channel::internet, received}});
    ASSERT_TRUE(deadline.has_value());
    EXPECT_EQ(deadline->state, DeadlineState::awaiting_confirmation);
    EXPECT_EQ(deadline->received_on, std::nullopt);
    EXPECT_EQ(deadline->reply_due_on, std::nullopt);
    EXPECT_THAT(steps(*deadline), ElementsAre("receipt"));
}

TEST(Deadline, nothing_happens_to_an_application_before_it_is_received) {
    ApplicationEvents events{.submission = {Channel::fax, received}};
    events.corrections = {{Date(2026, 3, 3)}};
    events.consultations = {{Consulted::agency, Date(2026, 3, 3)}};
    events.fee = FeePayment{Date(2026, 3, 3)};
    events.extension = Extension{1, Done::yes, Done::yes};
    events.deferral = Deferral{Date(2026, 3, 3), Date(2026, 12, 31)};
    EXPECT_THAT(codes(events), testing::SizeIs(5));
    EXPECT_THAT(codes(events), testing::Each("law.event_before_receipt"));
}

TEST(Deadline, waits_for_the_correction_and_then_begins_anew) {
    auto events = handed_in();
    events.corrections = {{Date(2026, 3, 11)}};
    const auto waiting = computed(events);
    EXPECT_EQ(waiting->state, DeadlineState::awaiting_correction);
    EXPECT_EQ(waiting->reply_due_on, std::nullopt);
    EXPECT_THAT(step(*waiting, Step::correction_asked).text, testing::Not(HasSubstr("已逾期")));
    events.corrections = {{Date(2026, 3, 12), Date(2026, 3, 20)}};
    const auto again = computed(events);
    EXPECT_EQ(again->state, DeadlineState::running);
    EXPECT_EQ(again->received_on, received);
    EXPECT_EQ(again->clock_starts_on, Date(2026, 3, 20));
    EXPECT_EQ(again->reply_due_on, Date(2026, 4, 20));
    EXPECT_THAT(step(*again, Step::correction_asked).text, HasSubstr("已逾期"));
}

TEST(Deadline, a_correction_is_asked_for_once) {
    auto events = handed_in();
    events.corrections = {{Date(2026, 3, 3), Date(2026, 3, 5)}, {Date(2026, 3, 6)}};
    EXPECT_THAT(codes(events), ElementsAre("law.correction_asked_twice"));
    events.corrections = {{{}, Date(2026, 3, 5)}};
    EXPECT_THAT(codes(events), ElementsAre("law.correction_not_asked"));
}

TEST(Deadline, waits_for_the_payment_and_then_begins_anew) {
    auto events = handed_in();
    events.fee = FeePayment{Date(2026, 3, 4)};
    const auto waiting = computed(events);
    EXPECT_EQ(waiting->state, DeadlineState::awaiting_payment);
    EXPECT_EQ(waiting->reply_due_on, std::nullopt);
    EXPECT_EQ(waiting->payment_due_on, Date(2026, 4, 1));
    events.fee = FeePayment{Date(2026, 3, 4), Date(2026, 4, 2)};
    const auto paid = computed(events);
    EXPECT_EQ(paid->clock_starts_on, Date(2026, 4, 2));
    EXPECT_EQ(paid->reply_due_on, Date(2026, 5, 6));
    EXPECT_THAT(step(*paid, Step::fee_paid).text, HasSubstr("已过缴费期限"));
    events.fee = FeePayment{Date(2026, 3, 4), Date(2026, 4, 1)};
    EXPECT_THAT(step(*computed(events), Step::fee_paid).text,
                testing::Not(HasSubstr("已过缴费期限")));
}

TEST(Deadline, a_payment_needs_a_notice_and_measures_in_force) {
    auto events = handed_in();
    events.fee = FeePayment{{}, Date(2026, 3, 4)};
    EXPECT_THAT(codes(events), ElementsAre("law.fee_not_notified"));
    events = handed_in(Date(2020, 12, 1));
    events.fee = FeePayment{Date(2020, 12, 31)};
    EXPECT_THAT(codes(events), ElementsAre("law.no_law_in_force"));
}

TEST(Deadline, an_extension_longer_than_the_law_allows_is_refused) {
    auto events = handed_in();
    events.extension = Extension{21, Done::yes, Done::yes};
    EXPECT_THAT(codes(events), ElementsAre("law.extension_too_long"));
    EXPECT_EQ(computed(events).error().first().message, "延长的期限最长为20个工作日，现填21个。");
    events.extension = Extension{0, Done::no, Done::no};
    EXPECT_THAT(codes(events),
                ElementsAre("law.extension_not_positive", "law.extension_without_consent",
                            "law.extension_without_notice"));
    events = handed_in(Date(2018, 3, 2));
    events.extension = Extension{16, Done::yes, Done::yes};
    EXPECT_THAT(codes(events), ElementsAre("law.extension_too_long"));
    events.extension = Extension{15, Done::yes, Done::yes};
    EXPECT_THAT(codes(events), ElementsAre());
}

TEST(Deadline, an_extension_before_any_regulation_has_no_law) {
    ProblemList problems;
    check_extension(problems, {1, Done::yes, Done::yes}, Date(2008, 4, 30));
    EXPECT_EQ(std::move(problems).error().first().code, "law.no_law_in_force");
}

TEST(Deadline, of_an_application_whose_receipt_is_refused_is_refused) {
    EXPECT_THAT(codes({.submission = {Channel::registered, received}}),
                ElementsAre("law.signature_missing"));
}

TEST(Deadline, silence_means_the_opposite_for_a_third_party_and_a_joint_agency) {
    EXPECT_EQ(silence_of(Consulted::third_party), Silence::agency_decides);
    EXPECT_EQ(silence_of(Consulted::joint_agency), Silence::deemed_consent);
    EXPECT_EQ(silence_of(Consulted::agency), Silence::no_period);
    auto events = handed_in();
    events.consultations = {{Consulted::third_party, Date(2026, 3, 3)},
                            {Consulted::joint_agency, Date(2026, 3, 3)}};
    const auto deadline = computed(events);
    EXPECT_THAT(deadline->trace[1].text, HasSubstr("由本机关依照《条例》的规定决定是否公开"));
    EXPECT_THAT(deadline->trace[2].text, HasSubstr("视为同意公开"));
    EXPECT_THAT(deadline->trace[1].text, HasSubstr("没有送达日期"));
}

TEST(Deadline, a_consultation_is_open_from_sending_until_answer_or_lapse) {
    auto events = handed_in();
    events.consultations = {{Consulted::third_party, Date(2026, 3, 4), Date(2026, 3, 6)}};
    const auto state = [&](Date on) { return computed(events, on)->state; };
    EXPECT_EQ(state(Date(2026, 3, 3)), DeadlineState::running);
    EXPECT_EQ(state(Date(2026, 3, 4)), DeadlineState::consulting);
    EXPECT_EQ(state(Date(2026, 3, 27)), DeadlineState::consulting);
    EXPECT_EQ(state(Date(2026, 3, 28)), DeadlineState::running);
    events.consultations[0].returned_on = Date(2026, 3, 10);
    EXPECT_EQ(state(Date(2026, 3, 9)), DeadlineState::consulting);
    EXPECT_EQ(state(Date(2026, 3, 10)), DeadlineState::running);
    events.consultations = {{Consulted::agency, Date(2026, 3, 4)},
                            {Consulted::agency, Date(2026, 3, 5)}};
    EXPECT_EQ(state(Date(2026, 6, 30)), DeadlineState::consulting);
}

TEST(Deadline, dates_out_of_order_are_all_told_at_once) {
    auto events = handed_in();
    events.corrections = {{Date(2026, 3, 1), Date(2026, 2, 1)}};
    events.consultations = {
        {Consulted::third_party, Date(2026, 3, 1), Date(2026, 2, 28), Date(2026, 2, 27)}};
    events.fee = FeePayment{Date(2026, 3, 1), Date(2026, 2, 28)};
    events.deferral = Deferral{Date(2026, 3, 1), Date(2026, 12, 31)};
    const auto found = codes(events);
    EXPECT_EQ(found.size(), 9U);
    EXPECT_THAT(found, testing::Each("law.dates_out_of_order"));
    const auto deadline = computed(events);
    EXPECT_EQ(deadline.error().problems()[2].field, "consultations[0].sent_on");
}

TEST(Deadline, under_the_regulation_of_2008_only_the_period_and_its_extension_are_modelled) {
    auto events = handed_in(Date(2018, 3, 2));
    EXPECT_THAT(codes(events), ElementsAre());
    EXPECT_EQ(computed(events)->trace[0].basis.instrument, "regulation-2008");
    events.corrections = {{Date(2018, 3, 5)}};
    events.consultations = {{Consulted::third_party, Date(2018, 3, 5)}};
    events.fee = FeePayment{Date(2021, 3, 5)};
    events.deferral = Deferral{Date(2018, 3, 5), Date(2018, 12, 31)};
    EXPECT_THAT(codes(events), ElementsAre("law.not_modelled")) << "once for all of them";
    EXPECT_THAT(codes(handed_in(Date(2008, 4, 30))), ElementsAre("law.no_law_in_force"));
}

TEST(Deadline, a_deferred_period_must_be_later_and_may_be_any_length) {
    auto events = handed_in();
    events.deferral = Deferral{Date(2026, 3, 20), Date(2026, 3, 30)};
    EXPECT_THAT(codes(events), ElementsAre("law.deferral_not_later"));
    events.deferral = Deferral{Date(2026, 3, 20), Date(2026, 5, 1)};
    const auto deadline = computed(events);
    EXPECT_EQ(deadline->reply_due_on, Date(2026, 5, 6)) << "after the holiday";
}

TEST(Deadline, a_receipt_on_a_rest_day_moves_only_where_the_office_says_so) {
    const auto sunday = handed_in(Date(2026, 3, 8));
    EXPECT_EQ(computed(sunday)->reply_due_on, Date(2026, 4, 3));
    const ReceiptRules moves{.rest_day = RestDayReceipt::moves};
    const auto moved = computed(sunday, today, moves);
    EXPECT_EQ(moved->received_on, Date(2026, 3, 8));
    EXPECT_EQ(moved->clock_starts_on, Date(2026, 3, 9));
    EXPECT_EQ(moved->reply_due_on, Date(2026, 4, 7));
    EXPECT_EQ(computed(handed_in(), today, moves)->clock_starts_on, std::nullopt);
}

TEST(Deadline, a_year_without_a_calendar_makes_it_provisional) {
    const auto deadline = computed(handed_in(Date(2026, 12, 10)));
    EXPECT_TRUE(deadline->is_provisional);
    EXPECT_EQ(deadline->reply_due_on, Date(2027, 1, 7));
    EXPECT_THAT(deadline->trace.back().text, HasSubstr("2027年的放假安排尚未载入"));
    auto events = handed_in(Date(2026, 12, 10));
    events.fee = FeePayment{Date(2026, 12, 11)};
    EXPECT_TRUE(computed(events)->is_provisional) << "the day for paying";
}

TEST(Deadline, dates_beyond_the_calendar_are_refused) {
    EXPECT_THAT(codes(handed_in(Date(2181, 1, 1))), ElementsAre("law.date_out_of_range"));
    EXPECT_THAT(codes(handed_in(), Date(2181, 1, 1)), ElementsAre("law.date_out_of_range"));
}

TEST(Deadline, keys_and_labels_are_the_published_ones) {
    EXPECT_EQ(key(DeadlineState::running), "running");
    EXPECT_EQ(key(DeadlineState::awaiting_confirmation), "awaiting_confirmation");
    EXPECT_EQ(key(DeadlineState::awaiting_correction), "awaiting_correction");
    EXPECT_EQ(key(DeadlineState::awaiting_payment), "awaiting_payment");
    EXPECT_EQ(key(DeadlineState::consulting), "consulting");
    EXPECT_EQ(label(DeadlineState::consulting), "征求意见");
    for (const auto kind : consulted_kinds()) {
        EXPECT_EQ(consulted_of(key(kind)), kind);
        EXPECT_FALSE(label(kind).empty());
    }
    EXPECT_EQ(consulted_of("joint_agency"), std::nullopt);
}

}  // namespace
}  // namespace gk::law
