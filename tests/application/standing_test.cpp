#include "application/standing.hpp"

#include <gtest/gtest.h>

#include "application/case_light.hpp"
#include "application/flow.hpp"
#include "application/sample_case.hpp"

namespace gk::application {
namespace {

using people::Role;
using test::case_in;
using test::counter_case;
using test::SampleCase;

constexpr auto& calendar = test::sample_calendar;

TEST(Standing, counts_the_period_from_the_receipt) {
    const auto standing = counter_case().standing(Date(2026, 3, 10));
    EXPECT_EQ(standing.state, CaseState::awaiting_examination);
    EXPECT_EQ(standing.received_on, Date(2026, 3, 2));
    EXPECT_EQ(standing.reply_due_on, Date(2026, 3, 30));
    EXPECT_FALSE(standing.deadline->trace.empty());
}

TEST(Standing, begins_with_the_confirmation_of_what_came_by_internet) {
    auto sample = case_in(CaseState::awaiting_confirmation);
    EXPECT_EQ(sample.standing(Date(2026, 3, 4)).received_on, std::nullopt);
    sample.did(Action::confirm_receipt, Role::clerk, Date(2026, 3, 4), {.evidence = "电话确认"});
    const auto standing = sample.standing(Date(2026, 3, 4));
    EXPECT_EQ(standing.received_on, Date(2026, 3, 4));
    EXPECT_EQ(standing.reply_due_on, Date(2026, 4, 1));
}

TEST(Standing, begins_anew_with_the_corrected_application) {
    auto sample = case_in(CaseState::awaiting_correction);
    EXPECT_EQ(sample.standing(Date(2026, 3, 9)).reply_due_on, std::nullopt);
    sample.applicant_did(Action::receive_correction, Date(2026, 3, 10), {.text = "2025年"});
    EXPECT_EQ(sample.standing(Date(2026, 3, 10)).state, CaseState::in_progress);
    EXPECT_EQ(sample.standing(Date(2026, 3, 10)).reply_due_on, Date(2026, 4, 8));
}

TEST(Standing, takes_the_time_of_a_consultation_out) {
    auto sample = case_in(CaseState::consulting);
    EXPECT_EQ(sample.standing(Date(2026, 3, 6)).state, CaseState::consulting);
    sample.did(Action::record_consultation_delivery, Role::clerk, Date(2026, 3, 6),
               {.evidence = "EMS", .event_number = 2});
    sample.did(Action::record_opinion, Role::clerk, Date(2026, 3, 12),
               {.event_number = 2, .opinion = Opinion::agrees});
    const auto standing = sample.standing(Date(2026, 3, 12));
    EXPECT_EQ(standing.state, CaseState::in_progress);
    EXPECT_EQ(standing.reply_due_on, Date(2026, 4, 7));  // 5 working days later.
    ASSERT_EQ(standing.round.consultations.size(), 1U);
    EXPECT_EQ(standing.round.consultations[0].opinion, Opinion::agrees);
    EXPECT_EQ(standing.round.consultations[0].opinion_due_on, Date(2026, 3, 27));
}

TEST(Standing, extends_once_the_office_head_consents_and_the_applicant_is_told) {
    auto sample = counter_case();
    sample.did(Action::request_extension, Role::clerk, Date(2026, 3, 20),
               {.text = "检索量大", .working_days = 10});
    sample.did(Action::consent_to_extension, Role::office_head, Date(2026, 3, 23));
    EXPECT_EQ(sample.standing(Date(2026, 3, 23)).reply_due_on, Date(2026, 3, 30));
    sample.did(Action::notify_extension, Role::clerk, Date(2026, 3, 24));
    EXPECT_EQ(sample.standing(Date(2026, 3, 24)).reply_due_on, Date(2026, 4, 14));
}

TEST(Standing, restarts_the_day_after_payment_and_defers_where_the_reasons_are_good) {
    auto paid = case_in(CaseState::awaiting_payment);
    paid.did(Action::record_payment, Role::clerk, Date(2026, 3, 16), {.evidence = "票据"});
    EXPECT_EQ(paid.standing(Date(2026, 3, 16)).reply_due_on, Date(2026, 4, 14));

    auto deferred = counter_case();
    deferred.did(Action::ask_for_reasons, Role::clerk, Date(2026, 3, 4),
                 {.text = "请说明", .due_on = Date(2026, 3, 11)});
    deferred.applicant_did(Action::record_reasons, Date(2026, 3, 9), {.text = "研究"});
    deferred.did(Action::defer_reply, Role::clerk, Date(2026, 3, 10),
                 {.text = "分批答复", .due_on = Date(2026, 6, 30)});
    EXPECT_EQ(deferred.standing(Date(2026, 3, 10)).reply_due_on, Date(2026, 6, 30));
}

TEST(Standing, keeps_the_period_where_a_consultation_carries_it_beyond_a_deferred_date) {
    auto sample = counter_case();
    sample.did(Action::ask_for_reasons, Role::clerk, Date(2026, 3, 4),
               {.text = "请说明", .due_on = Date(2026, 3, 11)});
    sample.applicant_did(Action::record_reasons, Date(2026, 3, 5), {.text = "研究"});
    sample.did(Action::defer_reply, Role::clerk, Date(2026, 3, 6),
               {.text = "分批答复", .due_on = Date(2026, 4, 1)});
    sample.did(Action::consult, Role::clerk, Date(2026, 3, 6),
               {.text = "意见", .consulted = law::Consulted::agency, .party = "某某局"});
    EXPECT_EQ(sample.standing(Date(2026, 3, 6)).reply_due_on, Date(2026, 4, 1));
    EXPECT_EQ(sample.standing(Date(2026, 3, 20)).reply_due_on, Date(2026, 4, 14));
}

TEST(Standing, goes_on_as_if_an_event_that_was_cancelled_had_not_been) {
    auto sample = case_in(CaseState::awaiting_correction);
    sample.did(Action::cancel_event, Role::clerk, Date(2026, 3, 6),
               {.text = "误操作", .event_number = 2});
    const auto standing = sample.standing(Date(2026, 3, 6));
    EXPECT_EQ(standing.state, CaseState::awaiting_examination);
    EXPECT_EQ(standing.reply_due_on, Date(2026, 3, 30));
}

TEST(Standing, takes_the_dates_of_a_registration_that_was_amended) {
    auto sample = counter_case();
    sample.did(Action::amend_registration, Role::clerk, Date(2026, 3, 5),
               {.on = Date(2026, 2, 27),
                .text = "实际是邮寄的",
                .channel = law::Channel::registered,
                .signed_on = Date(2026, 3, 3)});
    EXPECT_EQ(sample.standing(Date(2026, 3, 5)).received_on, Date(2026, 3, 3));
}

TEST(Standing, counts_the_first_outcome_when_a_case_is_reopened) {
    auto sample = case_in(CaseState::closed);
    EXPECT_EQ(sample.standing(Date(2026, 3, 20)).counted->outcome, law::Outcome::held_elsewhere);
    EXPECT_EQ(sample.standing(Date(2026, 3, 20)).counted->on, Date(2026, 3, 13));
    sample.did(Action::reopen, Role::clerk, Date(2026, 6, 1), {.text = "复议决定撤销"});
    auto standing = sample.standing(Date(2026, 6, 1));
    EXPECT_EQ(standing.state, CaseState::awaiting_examination);
    EXPECT_EQ(standing.counted->outcome, law::Outcome::held_elsewhere);
    EXPECT_EQ(standing.latest, std::nullopt);
    EXPECT_EQ(standing.reply_due_on, Date(2026, 6, 30));
    EXPECT_EQ(standing.received_on, Date(2026, 3, 2));
}

TEST(Standing, measures_the_time_of_the_answer_that_is_counted) {
    auto sample = case_in(CaseState::closed);
    const auto first = sample.standing(Date(2026, 3, 20)).answer_time;
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(first->timeliness, Timeliness::in_time);
    EXPECT_EQ(first->due_on, Date(2026, 3, 30));
    EXPECT_EQ(first->working_days, 9);
    sample.did(Action::reopen, Role::clerk, Date(2026, 6, 1), {.text = "复议决定撤销"});
    const auto again = sample.standing(Date(2026, 6, 1)).answer_time;
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->due_on, Date(2026, 3, 30));
    EXPECT_EQ(again->working_days, 9);
    for (const auto value : timeliness_values()) {
        EXPECT_EQ(timeliness_of(key(value)), value);
        EXPECT_FALSE(label(value).empty());
    }
}

TEST(Standing, takes_the_day_that_an_order_sets_for_answering_again) {
    auto sample = case_in(CaseState::closed);
    sample.did(Action::reopen, Role::clerk, Date(2026, 6, 1),
               {.text = "判决重作", .due_on = Date(2026, 6, 15)});
    const auto standing = sample.standing(Date(2026, 6, 1));
    EXPECT_EQ(standing.reply_due_on, Date(2026, 6, 15));
    EXPECT_EQ(standing.deadline->reply_due_on, Date(2026, 6, 15));
    EXPECT_EQ(standing.deadline->trace.back().text,
              "决定或者裁判限定2026年6月15日前（含当日）答复，按这一日期。");
    EXPECT_EQ(standing.deadline->trace.back().reading, "0028");
}

TEST(Standing, of_a_withdrawal_is_an_outcome_of_its_own) {
    auto sample = counter_case();
    sample.applicant_did(Action::withdraw, Date(2026, 3, 9), {.text = "不再需要"});
    const auto standing = sample.standing(Date(2026, 3, 20));
    EXPECT_EQ(standing.state, CaseState::awaiting_closing);
    EXPECT_EQ(standing.counted->outcome, law::Outcome::withdrawn);
    EXPECT_EQ(standing.answer_time, std::nullopt);
}

TEST(Standing, to_amend_a_record_has_no_reply_period) {
    const auto standing = counter_case(CaseKind::record_amendment).standing(Date(2026, 3, 20));
    EXPECT_EQ(standing.deadline, std::nullopt);
    EXPECT_EQ(standing.reply_due_on, std::nullopt);
    EXPECT_EQ(standing.received_on, Date(2026, 3, 2));
}

TEST(Standing, follows_a_search_task_from_hand_to_hand) {
    auto sample = case_in(CaseState::in_progress);
    const auto task = [&] { return sample.standing(Date(2026, 3, 20)).round.tasks.at(0); };
    EXPECT_EQ(task().state, TaskState::given);
    sample.did(Action::sign_for_task, Role::unit_officer, Date(2026, 3, 6), {.event_number = 2});
    EXPECT_EQ(task().state, TaskState::signed_for);
    sample.did(Action::forward_task, Role::unit_officer, Date(2026, 3, 6),
               {.event_number = 2, .unit = "archive"});
    EXPECT_EQ(task().state, TaskState::given);
    EXPECT_EQ(task().unit, "archive");
    sample.did(Action::return_task, Role::unit_officer, Date(2026, 3, 9),
               {.text = "不归我们", .event_number = 2});
    EXPECT_EQ(task().state, TaskState::returned);
    sample.did(Action::record_search, Role::clerk, Date(2026, 3, 10),
               {.text = "查过", .event_number = 2, .search_result = SearchResult::found});
    EXPECT_EQ(task().state, TaskState::searched);
}

TEST(Cancelling, refuses_what_cannot_be_taken_back_and_what_others_rest_on) {
    const auto check = [](const SampleCase& sample, int number) {
        const auto checked = check_cancelling(sample.get(), number, calendar(), {});
        return checked ? "yes" : checked.error().first().code;
    };
    auto sample = case_in(CaseState::awaiting_delivery);
    EXPECT_EQ(check(sample, 1), "application.event_stays");
    EXPECT_EQ(check(sample, 2), "application.event_needed");
    EXPECT_EQ(check(sample, 4), "yes");
    EXPECT_EQ(check(sample, 9), "application.event_unknown");
    sample.did(Action::cancel_event, Role::clerk, Date(2026, 3, 13), {.event_number = 4});
    EXPECT_EQ(check(sample, 4), "application.event_unknown");
    EXPECT_EQ(check(sample, 3), "yes");

    auto withdrawn = counter_case();
    withdrawn.applicant_did(Action::withdraw, Date(2026, 3, 9));
    EXPECT_EQ(check(withdrawn, 2), "application.event_stays");

    auto consulted = case_in(CaseState::consulting);
    consulted.did(Action::record_opinion, Role::clerk, Date(2026, 3, 9),
                  {.event_number = 2, .opinion = Opinion::agrees});
    EXPECT_EQ(check(consulted, 2), "application.event_needed");
    EXPECT_EQ(check(consulted, 3), "yes");
}

TEST(Cancelling, refuses_what_would_put_the_receipt_after_what_followed) {
    SampleCase sample;
    sample.applicant_did(Action::submit, Date(2026, 3, 2), {.channel = law::Channel::internet});
    sample.did(Action::confirm_receipt, Role::clerk, Date(2026, 3, 10), {.evidence = "电话"});
    sample.did(Action::amend_registration, Role::clerk, Date(2026, 3, 11),
               {.on = Date(2026, 3, 2), .text = "没有确认", .channel = law::Channel::internet});
    sample.did(Action::withdraw, Role::clerk, Date(2026, 3, 12), {.on = Date(2026, 3, 5)});
    const auto refused = check_cancelling(sample.get(), 3, calendar(), {});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "application.event_needed");
}

TEST(CaseLights, are_off_where_nothing_runs) {
    const auto at = [](CaseState state, Date today) {
        return notify::signal(due_date(state, Date(2026, 3, 30)), today, calendar(), {}).light;
    };
    EXPECT_EQ(at(CaseState::in_progress, Date(2026, 3, 20)), notify::Light::green);
    EXPECT_EQ(at(CaseState::in_progress, Date(2026, 3, 23)), notify::Light::yellow);
    EXPECT_EQ(at(CaseState::awaiting_delivery, Date(2026, 4, 1)), notify::Light::red);
    for (const auto state :
         {CaseState::awaiting_confirmation, CaseState::consulting, CaseState::awaiting_correction,
          CaseState::awaiting_payment, CaseState::awaiting_closing, CaseState::closed}) {
        EXPECT_EQ(at(state, Date(2026, 4, 1)), notify::Light::none) << key(state);
    }
}

}  // namespace
}  // namespace gk::application
