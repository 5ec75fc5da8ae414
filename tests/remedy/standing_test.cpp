#include "remedy/standing.hpp"

#include <gtest/gtest.h>

#include "remedy/sample_remedy.hpp"

namespace gk::remedy {
namespace {

using enum RemedyAction;
using law::LitigationRuling;
using law::ReconsiderationDecision;
using law::RemedyClock;
using law::RemedyGroup;
using law::RemedyResult;

Standing standing(const RemedyCase& of, const law::CountingOverrides& overrides = {}) {
    return standing_of(of, calendar(), overrides);
}

const Clock* clock(const std::vector<Clock>& clocks, RemedyClock wanted) {
    for (const auto& each : clocks) {
        if (each.clock == wanted) {
            return &each;
        }
    }
    return nullptr;
}

TEST(RemedyStanding, owes_a_reply_within_ten_working_days_of_the_copy) {
    const auto of = remedy_of(RemedyGroup::reconsideration,
                              {{register_remedy, {2026, 4, 20}}, {receive_copy, {2026, 4, 24}}});
    EXPECT_EQ(standing(of).stage, RemedyStage::awaiting_reply);
    EXPECT_EQ(standing(of).owed_by, Date(2026, 5, 12));
    EXPECT_EQ(standing(of).conclusion.has_value(), false);
}

TEST(RemedyStanding, owes_it_sooner_in_the_simplified_procedure_and_later_in_court) {
    const std::vector<Step> steps = {{register_remedy, {2026, 4, 20}},
                                     {receive_copy, {2026, 4, 24}, {.is_simplified = true}}};
    EXPECT_EQ(standing(remedy_of(RemedyGroup::reconsideration, steps)).owed_by, Date(2026, 5, 6));
    EXPECT_EQ(standing(remedy_of(RemedyGroup::direct_litigation, steps)).owed_by, Date(2026, 5, 9));
}

TEST(RemedyStanding, stops_while_it_is_suspended_and_has_the_days_back_afterwards) {
    std::vector<Step> steps = {
        {register_remedy, {2026, 4, 20}}, {receive_copy, {2026, 4, 24}}, {suspend, {2026, 4, 27}}};
    EXPECT_EQ(standing(remedy_of(RemedyGroup::reconsideration, steps)).suspended_on,
              Date(2026, 4, 27));
    steps.push_back({resume, {2026, 5, 8}});
    const auto resumed = standing(remedy_of(RemedyGroup::reconsideration, steps));
    EXPECT_EQ(resumed.stage, RemedyStage::awaiting_reply);
    EXPECT_EQ(resumed.suspended_days, 11);
    EXPECT_EQ(resumed.owed_by, Date(2026, 5, 25));
}

TEST(RemedyStanding, is_concluded_by_its_decision) {
    const auto of =
        remedy_of(RemedyGroup::reconsideration,
                  {{register_remedy, {2026, 4, 20}},
                   {receive_copy, {2026, 4, 24}},
                   {submit_reply, {2026, 5, 6}},
                   {record_decision, {2026, 6, 1}, decided(ReconsiderationDecision::varied)}});
    const auto found = standing(of);
    ASSERT_TRUE(found.conclusion.has_value());
    EXPECT_EQ(found.conclusion->on, Date(2026, 6, 1));
    EXPECT_EQ(found.conclusion->result, RemedyResult::overturned);
    EXPECT_EQ(found.owed_by, std::nullopt);
    const auto clocks = clocks_of(of, found, calendar());
    const auto* reply = clock(clocks, RemedyClock::respondent_reply);
    ASSERT_NE(reply, nullptr);
    EXPECT_TRUE(reply->is_ours);
    EXPECT_EQ(reply->met_on, Date(2026, 5, 6));
    EXPECT_EQ(clock(clocks, RemedyClock::reconsideration_decision)->due_on, Date(2026, 6, 22));
    EXPECT_EQ(clock(clocks, RemedyClock::suit_after_decision)->due_on, Date(2026, 6, 16));
}

TEST(RemedyStanding, is_pending_again_while_an_appeal_runs_and_then_counts_the_last_ruling_once) {
    std::vector<Step> steps = {
        {register_remedy, {2026, 1, 5}},
        {record_decision, {2026, 6, 1}, ruled(LitigationRuling::claim_dismissed)}};
    EXPECT_EQ(standing(remedy_of(RemedyGroup::direct_litigation, steps)).conclusion->result,
              RemedyResult::upheld);
    steps.push_back({record_appeal, {2026, 6, 10}});
    auto of = remedy_of(RemedyGroup::direct_litigation, steps);
    EXPECT_FALSE(standing(of).conclusion.has_value());
    EXPECT_EQ(clock(clocks_of(of, standing(of), calendar()), RemedyClock::second_instance_judgment)
                  ->due_on,
              Date(2026, 9, 10));
    steps.push_back({record_final_ruling, {2026, 9, 1}, ruled(LitigationRuling::revoked)});
    of = remedy_of(RemedyGroup::direct_litigation, steps);
    EXPECT_EQ(standing(of).conclusion->on, Date(2026, 9, 1));
    EXPECT_EQ(standing(of).conclusion->result, RemedyResult::overturned);
    EXPECT_EQ(clock(clocks_of(of, standing(of), calendar()), RemedyClock::second_instance_judgment)
                  ->met_on,
              Date(2026, 9, 1));
}

TEST(RemedyStanding, gives_ten_days_against_a_ruling_and_none_after_a_withdrawal) {
    const auto after = [](LitigationRuling ruling) {
        const auto of = remedy_of(
            RemedyGroup::litigation_after_reconsideration,
            {{register_remedy, {2026, 1, 5}}, {record_decision, {2026, 6, 1}, ruled(ruling)}});
        return clocks_of(of, standing(of), calendar());
    };
    EXPECT_EQ(
        clock(after(LitigationRuling::suit_dismissed), RemedyClock::appeal_against_ruling)->due_on,
        Date(2026, 6, 11));
    EXPECT_EQ(clock(after(LitigationRuling::withdrawn), RemedyClock::appeal_against_judgment),
              nullptr);
}

TEST(RemedyStanding, counts_as_the_office_chose_or_laid_down) {
    auto entry = decided(ReconsiderationDecision::not_accepted);
    const auto with = [&](const Entry& of_decision) {
        return remedy_of(
            RemedyGroup::reconsideration,
            {{register_remedy, {2026, 4, 20}}, {record_decision, {2026, 4, 27}, of_decision}});
    };
    EXPECT_EQ(standing(with(entry)).conclusion->result, std::nullopt);
    law::CountingOverrides overrides;
    overrides.reconsideration[ReconsiderationDecision::not_accepted] = RemedyResult::other_result;
    EXPECT_EQ(standing(with(entry), overrides).conclusion->result, RemedyResult::other_result);
    entry.counted = CountedAs::upheld;
    EXPECT_EQ(standing(with(entry), overrides).conclusion->result, RemedyResult::upheld);
}

TEST(RemedyStanding, owes_a_new_reply_until_it_was_given) {
    std::vector<Step> steps = {
        {register_remedy, {2026, 4, 20}},
        {record_decision, {2026, 6, 1}, decided(ReconsiderationDecision::ordered_to_perform)},
        {order_new_reply, {2026, 6, 2}, {.text = "限期答复", .due_on = Date(2026, 6, 30)}}};
    auto found = standing(remedy_of(RemedyGroup::reconsideration, steps));
    EXPECT_EQ(found.stage, RemedyStage::awaiting_performance);
    EXPECT_EQ(found.owed_by, Date(2026, 6, 30));
    EXPECT_TRUE(found.conclusion.has_value());
    steps.push_back({record_performance, {2026, 6, 20}, {.text = "已重新答复"}});
    found = standing(remedy_of(RemedyGroup::reconsideration, steps));
    EXPECT_EQ(found.stage, RemedyStage::decided);
    EXPECT_EQ(found.owed_by, std::nullopt);
}

TEST(RemedyStanding, forgets_what_was_cancelled) {
    const auto of = remedy_of(RemedyGroup::reconsideration,
                              {{register_remedy, {2026, 4, 20}},
                               {receive_copy, {2026, 4, 24}},
                               {cancel_act, {2026, 4, 27}, {.text = "误记", .act_number = 2}}});
    EXPECT_EQ(standing(of).stage, RemedyStage::registered);
    EXPECT_EQ(standing(of).owed_by, std::nullopt);
}

TEST(RemedyStanding, runs_no_clock_of_a_law_that_was_not_there) {
    const auto of = remedy_of(RemedyGroup::reconsideration,
                              {{register_remedy, {2023, 4, 20}}, {receive_copy, {2023, 4, 24}}});
    EXPECT_EQ(standing(of).owed_by, std::nullopt);
    EXPECT_TRUE(clocks_of(of, standing(of), calendar()).empty());
}

TEST(RemedyStanding, takes_a_case_without_registration_for_a_mistake_of_ours) {
    EXPECT_THROW(static_cast<void>(standing(remedy_of(RemedyGroup::reconsideration, {}))), Bug);
}

}  // namespace
}  // namespace gk::remedy
