// What an outcome rests on before it can be drafted.
#include <gtest/gtest.h>

#include "application/answer.hpp"
#include "application/flow.hpp"
#include "application/sample_case.hpp"

namespace gk::application {
namespace {

using law::Outcome;
using people::Role;
using test::case_in;
using test::counter_case;
using test::person;
using test::SampleCase;

std::string draft(const SampleCase& sample, Outcome outcome, Date today = Date(2026, 3, 20),
                  Action action = Action::draft_decision) {
    const auto standing = sample.standing(today);
    const auto clerk = person(Role::clerk);
    const auto permitted =
        permit(action, {.text = "理由", .outcome = outcome, .withheld = "身份证号"},
               {sample.get(), standing, clerk, today});
    return permitted ? "yes" : permitted.error().first().code;
}

constexpr auto* unsupported = "application.outcome_not_supported";

TEST(Outcomes, of_silence_wait_for_the_end_of_the_time_for_correction) {
    const auto sample = case_in(CaseState::awaiting_correction);  // Until 2026-03-19.
    EXPECT_EQ(draft(sample, Outcome::no_correction, Date(2026, 3, 19)), unsupported);
    EXPECT_EQ(draft(sample, Outcome::no_correction, Date(2026, 3, 20)), "yes");
    EXPECT_EQ(draft(sample, Outcome::granted, Date(2026, 3, 20)), unsupported);
    EXPECT_EQ(draft(counter_case(), Outcome::no_correction), unsupported);
}

TEST(Outcomes, still_unclear_needs_a_correction_that_came) {
    EXPECT_EQ(draft(counter_case(), Outcome::still_unclear), unsupported);
    auto sample = case_in(CaseState::awaiting_correction);
    sample.applicant_did(Action::receive_correction, Date(2026, 3, 10), {.text = "2025年"});
    EXPECT_EQ(draft(sample, Outcome::still_unclear), "yes");
}

TEST(Outcomes, of_an_unpaid_fee_wait_for_the_end_of_the_time_for_payment) {
    const auto sample = case_in(CaseState::awaiting_payment);  // 2026-03-05 and 20 working days.
    EXPECT_EQ(draft(sample, Outcome::fee_unpaid, Date(2026, 4, 2)), unsupported);
    EXPECT_EQ(draft(sample, Outcome::fee_unpaid, Date(2026, 4, 3)), "yes");
    EXPECT_EQ(draft(sample, Outcome::granted, Date(2026, 4, 3)), unsupported);
    EXPECT_EQ(draft(counter_case(), Outcome::fee_unpaid), unsupported);
}

TEST(Outcomes, not_found_needs_a_search_without_a_find) {
    auto sample = counter_case();
    EXPECT_EQ(draft(sample, Outcome::not_found), unsupported);
    sample.did(Action::record_search, Role::clerk, Date(2026, 3, 9),
               {.text = "检索了档案系统", .search_result = SearchResult::found});
    EXPECT_EQ(draft(sample, Outcome::not_found), unsupported);
    sample.did(Action::record_search, Role::clerk, Date(2026, 3, 10),
               {.text = "检索了档案室", .search_result = SearchResult::not_found});
    EXPECT_EQ(draft(sample, Outcome::not_found), "yes");
}

TEST(Outcomes, repeat_and_excessive_need_what_the_articles_ask_for) {
    auto sample = counter_case();
    EXPECT_EQ(draft(sample, Outcome::repeat), unsupported);
    EXPECT_EQ(draft(sample, Outcome::excessive), unsupported);
    sample.did(Action::mark_duplicate, Role::clerk, Date(2026, 3, 9),
               {.reference = "xigebi-2026-0002"});
    sample.did(Action::ask_for_reasons, Role::clerk, Date(2026, 3, 9),
               {.text = "请说明理由", .due_on = Date(2026, 3, 16)});
    EXPECT_EQ(draft(sample, Outcome::repeat), "yes");
    EXPECT_EQ(draft(sample, Outcome::excessive), "yes");
}

TEST(Outcomes, that_rest_on_a_third_party_wait_for_its_opinion_or_the_end_of_its_time) {
    EXPECT_EQ(draft(counter_case(), Outcome::refused_third_party_rights), unsupported);
    const auto sample = case_in(CaseState::consulting);  // Sent on 2026-03-05: until 03-26.
    EXPECT_EQ(draft(sample, Outcome::refused_third_party_rights, Date(2026, 3, 26)), unsupported);
    EXPECT_EQ(draft(sample, Outcome::refused_third_party_rights, Date(2026, 3, 27)), "yes");
    EXPECT_EQ(draft(sample, Outcome::granted, Date(2026, 3, 26)), unsupported);
    EXPECT_EQ(draft(sample, Outcome::refused_state_secret, Date(2026, 3, 26)), "yes");
}

TEST(Outcomes, withdrawal_is_the_applicants_own) {
    EXPECT_EQ(draft(counter_case(), Outcome::withdrawn), unsupported);
}

TEST(Outcomes, on_the_spot_are_those_that_need_no_second_person) {
    const auto sample = counter_case();
    const Date today(2026, 3, 3);
    EXPECT_EQ(draft(sample, Outcome::already_public, today, Action::reply_on_the_spot), "yes");
    EXPECT_EQ(draft(sample, Outcome::refused_state_secret, today, Action::reply_on_the_spot),
              unsupported);
    EXPECT_EQ(draft(sample, Outcome::granted, today, Action::reply_on_the_spot), unsupported);
}

TEST(Outcomes, in_part_say_what_is_withheld) {
    const auto sample = counter_case();
    const auto standing = sample.standing(Date(2026, 3, 20));
    const auto clerk = person(Role::clerk);
    const auto refused =
        permit(Action::draft_decision, {.text = "理由", .outcome = Outcome::granted_in_part},
               {sample.get(), standing, clerk, Date(2026, 3, 20)});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "application.field_missing");
    EXPECT_EQ(refused.error().first().field, "withheld");
}

TEST(Answers, are_one_object_with_article_letter_remedy_and_row) {
    const auto outcomes = law::outcomes_on(Date(2026, 3, 2));
    ASSERT_TRUE(outcomes.has_value());
    for (const auto outcome : *outcomes) {
        const auto answer = answer_of(outcome, law::ReportFormat::form_2021);
        EXPECT_EQ(answer.letter, law::letter(outcome));
        EXPECT_EQ(answer.report_row, law::report_row(outcome, law::ReportFormat::form_2021));
        EXPECT_EQ(answer.basis.size(), law::basis(outcome).size());
        const bool is_in_14_to_16 = law::exemption(outcome).has_value();
        if (is_in_14_to_16 || outcome == Outcome::granted_in_part) {
            EXPECT_EQ(answer.remedy_notice, law::RemedyNoticeKind::reconsideration_first);
        }
    }
    const auto granted = answer_of(Outcome::granted, law::ReportFormat::form_2021);
    EXPECT_TRUE(granted.discloses);
    EXPECT_EQ(granted.report_row, law::ApplicationRow::granted);
    const auto option =
        answer_of(Outcome::granted_in_part, law::ReportFormat::form_2021,
                  {.withheld_part = law::RemedyNoticeKind::reconsideration_or_litigation});
    EXPECT_EQ(option.remedy_notice, law::RemedyNoticeKind::reconsideration_or_litigation);
}

}  // namespace
}  // namespace gk::application
