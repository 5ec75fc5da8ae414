#include "remedy/flow.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "remedy/sample_remedy.hpp"
#include "support/golden.hpp"

namespace gk::remedy {
namespace {

using enum RemedyAction;
using law::LitigationRuling;
using law::ReconsiderationDecision;
using law::RemedyGroup;

const Date today(2026, 6, 30);

const std::vector<Step> to_copy = {{register_remedy, {2026, 4, 20}}, {receive_copy, {2026, 4, 24}}};

std::vector<Step> with(std::vector<Step> steps, Step more) {
    steps.push_back(std::move(more));
    return steps;
}

// Acts that lead to each stage.
std::vector<Step> steps_to(RemedyStage stage, RemedyGroup group) {
    const auto replied = with(to_copy, {submit_reply, {2026, 5, 6}});
    const auto decision = is_litigation(group) ? ruled(LitigationRuling::revoked)
                                               : decided(ReconsiderationDecision::revoked);
    const auto done = with(replied, {record_decision, {2026, 6, 1}, decision});
    switch (stage) {
        case RemedyStage::registered:
            return {to_copy.front()};
        case RemedyStage::awaiting_reply:
            return to_copy;
        case RemedyStage::in_examination:
            return replied;
        case RemedyStage::suspended:
            return with(replied, {suspend, {2026, 5, 8}});
        case RemedyStage::decided:
            return done;
        case RemedyStage::on_appeal:
            return with(done, {record_appeal, {2026, 6, 8}});
        case RemedyStage::awaiting_performance:
            return with(done, {order_new_reply, {2026, 6, 8}});
        case RemedyStage::closed:
            return with(done, {close, {2026, 6, 20}});
    }
    return {};
}

people::Actor holding(people::Role role) {
    auto actor = clerk_of({1});
    actor.name = "user:" + std::string(people::key(role));
    actor.held_roles.front().role = role;
    return actor;
}

void print(std::string& text, RemedyGroup group, RemedyStage stage, const people::Actor& actor) {
    const auto of = remedy_of(group, steps_to(stage, group));
    const auto standing = standing_of(of, calendar());
    EXPECT_EQ(standing.stage, stage);
    for (const auto& [action, obstacle] : available_actions({of, standing, actor, today})) {
        EXPECT_EQ(permit(action, {of, standing, actor, today}).has_value(), !obstacle.has_value());
        text += std::string(law::key(group)) + " | " + std::string(key(stage)) + " | " +
                actor.name + " | " + std::string(key(action)) + " | " +
                (obstacle ? obstacle->first().code : "yes") + "\n";
    }
}

TEST(RemedyFlow, is_written_out_in_full) {
    std::string text = "group | stage | actor | action | may it be done\n";
    for (const auto group : law::remedy_groups()) {
        for (const auto stage : remedy_stages()) {
            if (stage == RemedyStage::on_appeal && !is_litigation(group)) {
                continue;
            }
            for (const auto role : {people::Role::clerk, people::Role::office_head,
                                    people::Role::audit_administrator}) {
                print(text, group, stage, holding(role));
            }
        }
    }
    test::expect_golden("tests/golden/flow_remedy.txt", text);
}

Result<void> checked(RemedyAction action, const RemedyCase& of, Entry entry) {
    const auto standing = standing_of(of, calendar());
    return check_entry(action, {of, standing, holding(people::Role::clerk), today}, entry, {});
}

std::string problems(RemedyAction action, const RemedyCase& of, Entry entry) {
    const auto result = checked(action, of, std::move(entry));
    std::string found;
    if (!result) {
        for (const auto& problem : result.error().problems()) {
            found += (found.empty() ? "" : ", ") + problem.field + " " + problem.code;
        }
    }
    return found;
}

const RemedyCase reconsideration =
    remedy_of(RemedyGroup::reconsideration,
              steps_to(RemedyStage::in_examination, RemedyGroup::reconsideration));
const RemedyCase lawsuit =
    remedy_of(RemedyGroup::direct_litigation,
              steps_to(RemedyStage::in_examination, RemedyGroup::direct_litigation));

TEST(RemedyEntry, names_everything_that_is_missing_or_too_much_at_once) {
    EXPECT_EQ(problems(record_hearing, reconsideration, {.days = 3}),
              "on remedy.field_missing, text remedy.field_missing, days remedy.field_not_used");
}

TEST(RemedyEntry, keeps_dates_in_their_order) {
    EXPECT_EQ(problems(suspend, reconsideration, {.on = Date(2026, 7, 1), .text = "等"}),
              "on remedy.date_in_future");
    EXPECT_EQ(problems(suspend, reconsideration, {.on = Date(2026, 5, 5), .text = "等"}),
              "on remedy.date_too_early");
    EXPECT_EQ(problems(suspend, reconsideration, {.on = Date(2026, 5, 6), .text = "等"}), "");
    EXPECT_EQ(problems(order_new_reply, reconsideration,
                       {.on = Date(2026, 6, 30), .text = "重作", .due_on = Date(2026, 6, 29)}),
              "due_on remedy.due_not_later");
}

TEST(RemedyEntry, limits_what_is_written) {
    std::string much;
    for (int count = 0; count < 4001; ++count) {
        much += "长";
    }
    EXPECT_EQ(problems(suspend, reconsideration, {.on = Date(2026, 5, 6), .text = much}),
              "text remedy.text_too_long");
}

TEST(RemedyEntry, lets_a_body_take_thirty_days_more_and_not_one_more) {
    EXPECT_EQ(problems(record_extension, reconsideration, {.on = Date(2026, 6, 1), .days = 30}),
              "");
    EXPECT_EQ(problems(record_extension, reconsideration, {.on = Date(2026, 6, 1), .days = 31}),
              "days remedy.extension_out_of_range");
    EXPECT_EQ(problems(record_extension, reconsideration, {.on = Date(2026, 6, 1), .days = 0}),
              "days remedy.extension_out_of_range");
}

TEST(RemedyEntry, takes_decisions_of_its_own_kind_that_are_an_end) {
    const Date on(2026, 6, 1);
    EXPECT_EQ(problems(record_decision, reconsideration, {.on = on}),
              "decision remedy.field_missing");
    EXPECT_EQ(
        problems(record_decision, reconsideration, {.on = on, .ruling = LitigationRuling::revoked}),
        "decision remedy.decision_of_other_kind");
    EXPECT_EQ(problems(record_decision, lawsuit,
                       {.on = on, .decision = ReconsiderationDecision::revoked}),
              "ruling remedy.decision_of_other_kind");
    EXPECT_EQ(problems(record_decision, lawsuit, {.on = on, .ruling = LitigationRuling::pending}),
              "ruling remedy.decision_not_final");
}

TEST(RemedyEntry, asks_where_practice_differs_and_wants_a_reason_for_another_way) {
    Entry entry{.on = Date(2026, 6, 1), .decision = ReconsiderationDecision::claim_dismissed};
    EXPECT_EQ(problems(record_decision, reconsideration, entry),
              "counted remedy.counting_to_choose");
    entry.counted = CountedAs::upheld;
    EXPECT_EQ(problems(record_decision, reconsideration, entry), "");
    entry.counted = CountedAs::other_result;
    EXPECT_EQ(problems(record_decision, reconsideration, entry),
              "counted_reason remedy.counting_reason_missing");
    entry.counted_reason = "本地统计口径";
    EXPECT_EQ(problems(record_decision, reconsideration, entry), "");
}

TEST(RemedyEntry, cancels_the_last_act_that_stands_and_never_the_registration) {
    EXPECT_EQ(problems(cancel_act, reconsideration, {.text = "误记", .act_number = 3}), "");
    EXPECT_EQ(problems(cancel_act, reconsideration, {.text = "误记", .act_number = 2}),
              "act_number remedy.act_not_cancellable");
    const auto only = remedy_of(RemedyGroup::reconsideration, {to_copy.front()});
    EXPECT_EQ(problems(cancel_act, only, {.text = "误记", .act_number = 1}),
              "act_number remedy.act_not_cancellable");
}

TEST(RemedyFlow, says_what_can_be_done_instead) {
    const auto of = remedy_of(RemedyGroup::reconsideration, {to_copy.front()});
    const auto standing = standing_of(of, calendar());
    const auto refused = permit(submit_reply, {of, standing, holding(people::Role::clerk), today});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().message,
              "这件行政复议现在是“已登记”，不能提交答复书或者答辩状。");
    EXPECT_THAT(refused.error().first().hint, testing::HasSubstr("收到申请书或者起诉状副本"));
}

TEST(RemedyFlow, orders_no_new_reply_where_there_is_no_application) {
    auto of = remedy_of(RemedyGroup::reconsideration,
                        steps_to(RemedyStage::decided, RemedyGroup::reconsideration));
    of.application_id.reset();
    const auto standing = standing_of(of, calendar());
    const auto refused =
        permit(order_new_reply, {of, standing, holding(people::Role::clerk), today});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "remedy.without_application");
}

TEST(RemedyFlow, has_words_for_everything) {
    for (const auto stage : remedy_stages()) {
        EXPECT_EQ(remedy_stage_of(key(stage)), stage);
        EXPECT_FALSE(label(stage).empty());
    }
    for (const auto action : remedy_actions()) {
        EXPECT_EQ(remedy_action_of(key(action)), action);
        EXPECT_FALSE(label(action).empty());
        EXPECT_FALSE(action_fields(action).empty());
    }
    for (const auto value : counted_as_values()) {
        EXPECT_EQ(counted_as_of(key(value)), value);
        EXPECT_EQ(counted_as(result_of(value)), value);
        EXPECT_FALSE(label(value).empty());
    }
    for (const auto subject : law::remedy_subjects()) {
        EXPECT_EQ(remedy_subject_of(key(subject)), subject);
    }
    for (const auto group : law::remedy_groups()) {
        EXPECT_EQ(remedy_group_of(law::key(group)), group);
    }
    EXPECT_EQ(remedy_group_of("appeal"), std::nullopt);
}

}  // namespace
}  // namespace gk::remedy
