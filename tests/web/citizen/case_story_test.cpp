// A case in plain words, in every state.
#include "web/citizen/case_story.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/sample_case.hpp"
#include "web/citizen/event_words.hpp"
#include "web/citizen/remedy_words.hpp"

namespace gk::web::citizen {
namespace {

using application::Action;
using application::CaseState;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const Date today(2026, 3, 20);

CaseStory story_in(CaseState state) {
    const auto sample = test::case_in(state);
    const auto standing = sample.standing(today);
    return case_story(sample.get(), standing, standing.reply_due_on);
}

TEST(CaseStories, say_every_state_in_one_sentence_with_its_mark) {
    const std::pair<CaseState, std::pair<std::string_view, std::string_view>> expected[] = {
        {CaseState::awaiting_confirmation, {"已经提交，等待双方确认收到", "待确认"}},
        {CaseState::awaiting_examination, {"正在办理您的申请", "办理中"}},
        {CaseState::awaiting_correction, {"请您补正申请内容", "待补正"}},
        {CaseState::awaiting_payment, {"请您缴纳信息处理费，办理期限暂停计算", "暂停计时"}},
        {CaseState::consulting, {"正在征求第三方意见，办理期限暂停计算", "暂停计时"}},
        {CaseState::in_progress, {"正在办理您的申请", "办理中"}},
        {CaseState::in_review, {"正在办理您的申请", "办理中"}},
        {CaseState::awaiting_signature, {"正在办理您的申请", "办理中"}},
        {CaseState::awaiting_delivery, {"答复已经签发，正在送达", "办理中"}},
    };
    for (const auto& [state, words] : expected) {
        const auto story = story_in(state);
        EXPECT_EQ(story.sentence, words.first) << application::key(state);
        EXPECT_EQ(story.mark.word, words.second) << application::key(state);
        EXPECT_FALSE(story.steps.empty());
    }
    for (const auto state : {CaseState::awaiting_closing, CaseState::closed, CaseState::archived}) {
        const auto story = story_in(state);
        EXPECT_THAT(story.sentence, HasSubstr("：")) << "with the outcome";
        EXPECT_TRUE(story.mark.word == "已答复" || story.mark.word == "已终止");
        EXPECT_TRUE(std::ranges::none_of(story.steps, &StoryStep::is_ahead));
        EXPECT_TRUE(std::ranges::none_of(story.steps, &StoryStep::is_now));
    }
}

TEST(CaseStories, explain_why_the_days_stand_still_with_the_article_and_the_last_day) {
    const auto story = story_in(CaseState::consulting);
    EXPECT_EQ(story.pause_heading, "为什么暂停");
    EXPECT_THAT(story.pause_text, AllOf(HasSubstr("第三十三条第三款"), HasSubstr("最迟2026年")));
    const auto& last = story.steps.back();
    EXPECT_TRUE(last.is_ahead);
    EXPECT_EQ(last.title, "答复");
}

TEST(CaseStories, tell_what_is_to_be_paid_until_when_and_how) {
    const auto sample = test::case_in(CaseState::awaiting_payment);
    const auto standing = sample.standing(today);
    const auto story = story_in(CaseState::awaiting_payment);
    EXPECT_EQ(story.own_due_label, "缴费的最后一天");
    EXPECT_EQ(story.own_due_on, standing.deadline->payment_due_on);
    ASSERT_TRUE(story.own_due_on.has_value());
    EXPECT_THAT(story.pause_text,
                AllOf(HasSubstr("金额140元"), HasSubstr(standing.round.fee_notified->entry.text),
                      HasSubstr("国办函〔2020〕109号")));
}

TEST(CaseStories, tell_until_when_to_correct) {
    const auto standing = test::case_in(CaseState::awaiting_correction).standing(today);
    const auto story = story_in(CaseState::awaiting_correction);
    EXPECT_EQ(story.own_due_label, "补正的最后一天");
    EXPECT_EQ(story.own_due_on, standing.round.correction_asked->entry.due_on);
    EXPECT_TRUE(story.own_due_on.has_value());
    EXPECT_TRUE(story.pause_text.starts_with(standing.round.correction_asked->entry.text));
    EXPECT_FALSE(story_in(CaseState::in_progress).own_due_on.has_value());
}

TEST(CaseStories, stay_where_they_are_while_the_applicant_changes_the_contact) {
    const auto sample = test::case_in(CaseState::awaiting_correction);
    auto of = sample.get();
    auto changed = of.events.back();
    ++changed.number;
    changed.action = application::Action::change_contact;
    changed.entry = {};
    of.events.push_back(changed);
    const auto story = case_story(of, sample.standing(today), std::nullopt);
    const auto now = std::ranges::find_if(story.steps, &StoryStep::is_now);
    ASSERT_NE(now, story.steps.end());
    EXPECT_EQ(now->title, "请您补正");
}

TEST(CaseStories, ask_for_the_reasons_until_they_are_given) {
    auto sample = test::counter_case();
    sample.did(Action::ask_for_reasons, people::Role::clerk, Date(2026, 3, 5),
               {.text = "本月已经申请40件", .due_on = Date(2026, 3, 27)});
    const auto asked = case_story(sample.get(), sample.standing(today), std::nullopt);
    EXPECT_EQ(asked.sentence, "请您说明申请的理由");
    EXPECT_THAT(asked.pause_text,
                AllOf(HasSubstr("本月已经申请40件\n"), HasSubstr("请在2026年3月27日以前说明"),
                      HasSubstr("第三十五条")));
    sample.applicant_did(Action::record_reasons, Date(2026, 3, 9), {.text = "各不相同"});
    EXPECT_EQ(case_story(sample.get(), sample.standing(today), std::nullopt).sentence,
              "正在办理您的申请");
}

TEST(CaseStories, do_not_tell_what_is_decided_inside) {
    const auto sample = test::case_in(CaseState::awaiting_signature);
    const auto story = case_story(sample.get(), sample.standing(today), std::nullopt);
    for (const auto& step : story.steps) {
        EXPECT_THAT(step.title, AllOf(Not(HasSubstr("审核")), Not(HasSubstr("起草"))));
    }
    EXPECT_LT(story.steps.size(), sample.get().events.size() + 1);
}

TEST(EventWords, tell_every_act_that_concerns_the_applicant_and_no_other) {
    int told = 0;
    for (const auto action : application::actions()) {
        application::Event event;
        event.action = action;
        event.at = test::noon(today);
        event.entry.text = "内部说明";
        if (const auto words = event_words(event)) {
            ++told;
            EXPECT_FALSE(words->title.empty());
            const bool is_said_to_the_applicant =
                action == Action::ask_for_correction || action == Action::ask_for_reasons;
            EXPECT_EQ(words->text.find("内部说明") != std::string::npos, is_said_to_the_applicant)
                << application::key(action);
        }
    }
    EXPECT_GT(told, 15);
    EXPECT_LT(told, static_cast<int>(application::actions().size()));
}

TEST(RemedyWords, are_there_after_an_answer_and_where_none_came_in_time) {
    people::Agency agency;
    agency.level = law::AgencyLevel::township;
    const auto answered = test::case_in(CaseState::closed);
    letter::Letterhead letterhead;
    letterhead.review_body = "富源县人民政府";
    letterhead.court = "曲靖铁路法院";
    const auto after = remedy_words(answered.standing(today), agency, letterhead, today);
    EXPECT_EQ(after.heading, "对答复不服怎么办");
    ASSERT_FALSE(after.statements.empty());
    EXPECT_THAT(after.statements.front(),
                AllOf(HasSubstr("富源县人民政府"), HasSubstr("曲靖铁路法院")));
    const auto running = test::case_in(CaseState::in_progress);
    EXPECT_TRUE(remedy_words(running.standing(today), agency, {}, today).statements.empty());
    const Date overdue(2026, 6, 1);
    EXPECT_EQ(remedy_words(running.standing(overdue), agency, {}, overdue).heading,
              "到期没有答复怎么办");
}

TEST(OwnActs, have_their_keys) {
    for (const auto act : own_acts()) {
        EXPECT_EQ(own_act_of(key(act)), act);
        EXPECT_FALSE(label(act).empty());
    }
    EXPECT_FALSE(own_act_of("close").has_value());
}

}  // namespace
}  // namespace gk::web::citizen
