#include "application/flow.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/entry_check.hpp"
#include "application/sample_case.hpp"
#include "base/text.hpp"
#include "support/golden.hpp"

namespace gk::application {
namespace {

using people::Role;
using test::case_in;
using test::counter_case;
using test::person;
using test::SampleCase;
using testing::HasSubstr;

const Date today(2026, 3, 20);

Situation situation(const SampleCase& sample, const Standing& standing,
                    const people::Actor& actor) {
    return {sample.get(), standing, actor, today};
}

Result<void> attempt(const SampleCase& sample, Action action, const people::Actor& actor,
                     const Entry& entry, Date day = today) {
    const auto standing = sample.standing(day);
    return permit(action, entry, {sample.get(), standing, actor, day});
}

std::string code_of(const Result<void>& permitted) {
    return permitted ? "yes" : permitted.error().first().code;
}

std::vector<people::Actor> everybody() {
    std::vector<people::Actor> all = {people::everyone(), applicant_actor(),
                                      people::operator_named("cli:root")};
    all.front().name = "";
    for (const auto role : people::roles()) {
        all.push_back(person(role));
    }
    return all;
}

std::string name_of(const people::Actor& actor) {
    return actor.name.empty() ? "public" : actor.name;
}

// One line for each state, action and answer, with those who get it.
void print(std::string& text, const SampleCase& sample) {
    const auto standing = sample.standing(today);
    for (const auto action : actions()) {
        std::map<std::string, std::vector<std::string>> answers;
        for (const auto& actor : everybody()) {
            const auto permitted = permit(action, situation(sample, standing, actor));
            answers[code_of(permitted)].push_back(name_of(actor));
        }
        for (const auto& [answer, names] : answers) {
            text += std::string(key(standing.state)) + " | " + std::string(key(action)) + " | " +
                    answer + " | " + text::join(names, ", ") + "\n";
        }
    }
}

TEST(ApplicationFlow, is_written_out_in_full) {
    std::string text = "state | action | what comes of it on 2026-03-20 | for whom\n";
    for (const auto state : case_states()) {
        const auto sample = case_in(state);
        ASSERT_EQ(sample.standing(today).state, state) << key(state);
        print(text, sample);
    }
    text += "\nto amend a record (art. 41)\n";
    print(text, counter_case(CaseKind::record_amendment));
    test::expect_golden("tests/golden/flow_application.txt", text);
}

TEST(ApplicationFlow, buttons_and_verbs_ask_the_same) {
    for (const auto state : case_states()) {
        const auto sample = case_in(state);
        const auto standing = sample.standing(today);
        for (const auto& actor : everybody()) {
            for (const auto& each : available_actions(situation(sample, standing, actor))) {
                const auto permitted = permit(each.action, situation(sample, standing, actor));
                EXPECT_EQ(permitted.has_value(), !each.obstacle.has_value()) << key(each.action);
            }
        }
    }
}

TEST(ApplicationFlow, offers_only_the_records_that_an_act_may_follow) {
    auto sample = counter_case();
    for (const std::string party : {"甲公司（示例）", "乙公司（示例）"}) {
        sample.did(Action::consult, Role::clerk, today,
                   {.text = "是否同意", .consulted = law::Consulted::third_party, .party = party});
    }
    sample.did(Action::record_consultation_delivery, Role::clerk, today,
               {.evidence = "回证", .event_number = 2});
    sample.did(Action::give_search_task, Role::clerk, today,
               {.text = "查找", .due_on = Date(2026, 3, 25), .unit = "finance"});
    const auto standing = sample.standing(today);
    const auto clerk = person(Role::clerk);
    const auto situation_now = situation(sample, standing, clerk);
    using Numbers = std::vector<int>;
    EXPECT_EQ(followable_records(Action::record_consultation_delivery, situation_now), Numbers{3});
    EXPECT_EQ(followable_records(Action::record_opinion, situation_now), (Numbers{2, 3}));
    EXPECT_EQ(followable_records(Action::record_search, situation_now), Numbers{5});
    EXPECT_EQ(followable_records(Action::draft_decision, situation_now), std::nullopt);
}

TEST(ApplicationFlow, says_what_can_be_done_instead_and_on_which_article) {
    const auto sample = case_in(CaseState::awaiting_correction);
    const auto refused = attempt(sample, Action::consult, person(Role::clerk), {});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "application.action_not_now");
    EXPECT_EQ(refused.error().first().message, "这件申请现在是“补正中”，不能征求意见。");
    EXPECT_THAT(refused.error().first().hint, HasSubstr("收到补正"));
    EXPECT_EQ(refused.error().first().basis, (Citation{"regulation-2019", 32}));
}

TEST(ApplicationFlow, whoever_drafted_neither_reviews_nor_signs_nor_clears_the_release) {
    auto sample = counter_case();
    sample.did(Action::draft_decision, Role::office_head, Date(2026, 3, 10),
               {.text = "全文公开", .outcome = law::Outcome::granted});
    EXPECT_EQ(code_of(attempt(sample, Action::review_decision, person(Role::office_head), {})),
              "application.second_person");
    EXPECT_EQ(code_of(attempt(sample, Action::review_decision, person(Role::deputy_leader), {})),
              "yes");

    auto delegate = person(Role::signatory);
    delegate.held_roles.front().on_behalf_of = "user:office_head";
    sample.did(Action::review_decision, Role::deputy_leader, Date(2026, 3, 11));
    EXPECT_EQ(code_of(attempt(sample, Action::sign_decision, delegate, {})),
              "application.second_person");
    sample.get().events.at(1).actor = "user:someone on behalf of user:secrecy_reviewer";
    EXPECT_EQ(code_of(attempt(sample, Action::review_release, person(Role::secrecy_reviewer), {})),
              "application.second_person");
}

TEST(ApplicationFlow, whoever_asks_for_an_extension_does_not_consent_to_it) {
    auto sample = counter_case();
    sample.did(Action::request_extension, Role::office_head, Date(2026, 3, 10),
               {.text = "检索量大", .working_days = 10});
    EXPECT_EQ(code_of(attempt(sample, Action::consent_to_extension, person(Role::office_head), {})),
              "application.second_person");
}

TEST(ApplicationFlow, an_extension_is_too_late_once_the_period_is_over) {
    const auto sample = counter_case();
    const Entry entry{.text = "检索量大", .working_days = 10};
    const auto clerk = person(Role::clerk);
    EXPECT_EQ(code_of(attempt(sample, Action::request_extension, clerk, entry, Date(2026, 3, 30))),
              "yes");
    const auto late = attempt(sample, Action::request_extension, clerk, entry, Date(2026, 3, 31));
    EXPECT_EQ(code_of(late), "application.reply_overdue");
    EXPECT_EQ(late.error().first().basis, (Citation{"regulation-2019", 33, 2}));
}

TEST(ApplicationFlow, an_extension_is_of_1_to_20_working_days_and_granted_once) {
    auto sample = counter_case();
    const auto clerk = person(Role::clerk);
    EXPECT_EQ(code_of(attempt(sample, Action::request_extension, clerk,
                              {.text = "检索量大", .working_days = 21})),
              "law.extension_too_long");
    EXPECT_EQ(code_of(attempt(sample, Action::request_extension, clerk, {})),
              "application.field_missing");
    sample.did(Action::request_extension, Role::clerk, Date(2026, 3, 10),
               {.text = "检索量大", .working_days = 20});
    EXPECT_EQ(code_of(attempt(sample, Action::request_extension, clerk, {.working_days = 5})),
              "application.already_done");
    sample.did(Action::refuse_extension, Role::office_head, Date(2026, 3, 11), {.text = "不需要"});
    EXPECT_EQ(code_of(attempt(sample, Action::request_extension, clerk,
                              {.text = "检索量大", .working_days = 5})),
              "yes");
}

TEST(ApplicationFlow, nothing_is_delivered_that_has_not_passed_release_review) {
    auto sample = counter_case();
    const Entry delivery{.on = today, .route = AnswerRoute::post};
    sample.did(Action::draft_decision, Role::clerk, Date(2026, 3, 10),
               {.text = "全文公开", .outcome = law::Outcome::granted});
    sample.did(Action::review_decision, Role::office_head, Date(2026, 3, 11));
    sample.did(Action::sign_decision, Role::signatory, Date(2026, 3, 12));
    const auto refused = attempt(sample, Action::deliver, person(Role::clerk), delivery);
    EXPECT_EQ(code_of(refused), "application.release_not_reviewed");
    EXPECT_EQ(refused.error().first().basis, (Citation{"regulation-2019", 17}));

    sample.did(Action::review_release, Role::secrecy_reviewer, Date(2026, 3, 13));
    EXPECT_EQ(code_of(attempt(sample, Action::deliver, person(Role::clerk), delivery)), "yes");
    sample.did(Action::add_released_file, Role::clerk, Date(2026, 3, 13), {.files = {"file"}});
    EXPECT_EQ(code_of(attempt(sample, Action::deliver, person(Role::clerk), delivery)),
              "application.release_not_reviewed");
}

TEST(ApplicationFlow, a_third_party_that_objects_is_told_before_the_applicant) {
    auto sample = case_in(CaseState::consulting);
    sample.did(Action::record_opinion, Role::clerk, Date(2026, 3, 9),
               {.event_number = 2, .opinion = Opinion::objects});
    sample.did(Action::draft_decision, Role::clerk, Date(2026, 3, 10),
               {.text = "公共利益", .outcome = law::Outcome::granted});
    sample.did(Action::review_decision, Role::office_head, Date(2026, 3, 11));
    sample.did(Action::sign_decision, Role::signatory, Date(2026, 3, 12));
    sample.did(Action::review_release, Role::secrecy_reviewer, Date(2026, 3, 13));
    const Entry delivery{.on = today, .route = AnswerRoute::post};
    EXPECT_EQ(code_of(attempt(sample, Action::deliver, person(Role::clerk), delivery)),
              "application.third_party_not_told");
    EXPECT_EQ(code_of(attempt(sample, Action::tell_third_party, person(Role::clerk),
                              {.text = "公开合同金额，因公共利益", .event_number = 2})),
              "yes");
}

// Silence is no consent: what is decided for the public interest may have to be told (art. 32).
TEST(ApplicationFlow, a_third_party_that_kept_silent_may_be_told_and_need_not) {
    auto sample = case_in(CaseState::consulting);
    sample.did(Action::record_consultation_delivery, Role::clerk, Date(2026, 3, 6),
               {.evidence = "回证", .event_number = 2});
    const Date later(2026, 4, 8);
    sample.did(Action::draft_decision, Role::clerk, later,
               {.text = "公共利益", .outcome = law::Outcome::granted});
    sample.did(Action::review_decision, Role::office_head, later);
    sample.did(Action::sign_decision, Role::signatory, later);
    sample.did(Action::review_release, Role::secrecy_reviewer, later);
    EXPECT_EQ(code_of(attempt(sample, Action::tell_third_party, person(Role::clerk),
                              {.text = "公开合同金额，因公共利益", .event_number = 2}, later)),
              "yes");
    EXPECT_EQ(code_of(attempt(sample, Action::deliver, person(Role::clerk),
                              {.on = later, .route = AnswerRoute::post}, later)),
              "yes");
}

TEST(ApplicationFlow, what_the_law_refuses_is_said_at_the_field_of_the_form) {
    const auto refused = attempt(case_in(CaseState::in_progress), Action::request_extension,
                                 person(Role::clerk), {.text = "材料分散", .working_days = 25});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "law.extension_too_long");
    EXPECT_EQ(refused.error().first().field, "working_days");
    const Error early(ErrorKind::invalid, {{.code = "law.dates_out_of_order",
                                            .message = {},
                                            .field = "confirmed_on",
                                            .basis = {},
                                            .hint = {}}});
    EXPECT_EQ(at_fields_of(Action::confirm_receipt, early).first().field, "on");
    EXPECT_EQ(at_fields_of(Action::amend_registration, early).first().field, "confirmed_on");
}

TEST(ApplicationFlow, a_prescribed_answer_is_delivered_before_the_case_is_closed) {
    const auto sample = case_in(CaseState::awaiting_delivery);
    EXPECT_EQ(code_of(attempt(sample, Action::close, person(Role::clerk), {})),
              "application.answer_not_delivered");
}

TEST(ApplicationFlow, a_record_is_amended_without_the_steps_of_disclosure) {
    const auto sample = counter_case(CaseKind::record_amendment);
    EXPECT_EQ(code_of(attempt(sample, Action::notify_fee, person(Role::clerk), {})),
              "application.not_of_kind");
    EXPECT_EQ(code_of(attempt(sample, Action::draft_decision, person(Role::clerk),
                              {.text = "已更正", .amendment_result = AmendmentResult::amended})),
              "yes");
    EXPECT_EQ(code_of(attempt(sample, Action::draft_decision, person(Role::clerk),
                              {.text = "已更正", .outcome = law::Outcome::granted})),
              "application.field_missing");
}

TEST(ApplicationFlow, has_words_for_every_state_action_and_choice) {
    for (const auto action : actions()) {
        EXPECT_EQ(action_of(key(action)), action);
        EXPECT_FALSE(label(action).empty());
    }
    for (const auto state : case_states()) {
        EXPECT_EQ(case_state_of(key(state)), state);
        EXPECT_FALSE(label(state).empty());
    }
    for (const auto state : task_states()) {
        EXPECT_EQ(task_state_of(key(state)), state);
    }
    EXPECT_EQ(action_of("destroy"), std::nullopt);
}

}  // namespace
}  // namespace gk::application
