// Which actions are shown first, and in which groups.
#include "application/action_group.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/flow.hpp"
#include "application/sample_case.hpp"

namespace gk::application {
namespace {

using people::Role;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Date day(2026, 3, 10);

TEST(NextSteps, lead_somewhere_from_every_state_but_the_last) {
    for (const auto state : case_states()) {
        const auto sample = test::case_in(state);
        const auto steps = next_steps(sample.standing(Date(2026, 3, 20)));
        EXPECT_EQ(steps.empty(), state == CaseState::archived) << key(state);
    }
}

TEST(NextSteps, are_possible_for_somebody_in_every_state) {
    for (const auto state : case_states()) {
        const auto sample = test::case_in(state);
        const auto standing = sample.standing(Date(2026, 3, 20));
        bool is_possible = state == CaseState::archived;
        for (const auto role : people::roles()) {
            const auto actor = test::person(role);
            const Situation situation{sample.get(), standing, actor, Date(2026, 3, 20)};
            for (const auto step : next_steps(standing)) {
                is_possible = is_possible || permit(step, situation).has_value();
            }
        }
        EXPECT_TRUE(is_possible) << key(state);
    }
}

TEST(NextSteps, ask_for_the_search_before_the_answer) {
    auto sample = test::counter_case();
    EXPECT_THAT(
        next_steps(sample.standing(day)),
        ElementsAre(Action::give_search_task, Action::draft_decision, Action::ask_for_correction));
    sample.did(Action::give_search_task, Role::clerk, day,
               {.text = "查找", .due_on = Date(2026, 3, 16), .unit = "finance"});
    EXPECT_THAT(next_steps(sample.standing(day)),
                ElementsAre(Action::sign_for_task, Action::record_search, Action::draft_decision));
}

TEST(NextSteps, lead_to_the_answer_once_a_correction_did_not_come_in_time) {
    auto sample = test::counter_case();
    sample.did(Action::ask_for_correction, Role::clerk, day,
               {.text = "请写明年度", .due_on = Date(2026, 3, 20)});
    EXPECT_THAT(next_steps(sample.standing(Date(2026, 3, 20))),
                ElementsAre(Action::receive_correction));
    EXPECT_THAT(next_steps(sample.standing(Date(2026, 3, 21))),
                ElementsAre(Action::draft_decision, Action::receive_correction));
}

TEST(NextSteps, put_an_extension_that_waits_before_everything_else) {
    auto sample = test::counter_case();
    sample.did(Action::request_extension, Role::clerk, day, {.text = "量大", .working_days = 10});
    EXPECT_EQ(next_steps(sample.standing(day)).front(), Action::consent_to_extension);
    sample.did(Action::consent_to_extension, Role::office_head, day);
    EXPECT_EQ(next_steps(sample.standing(day)).front(), Action::notify_extension);
    sample.did(Action::notify_extension, Role::clerk, day, {.evidence = "电话"});
    EXPECT_NE(next_steps(sample.standing(day)).front(), Action::notify_extension);
}

TEST(ActionGroups, hold_every_action_and_none_is_empty) {
    std::vector<ActionGroup> empty(action_groups().begin(), action_groups().end());
    for (const auto action : actions()) {
        std::erase(empty, group(action));
    }
    EXPECT_THAT(empty, IsEmpty());
    for (const auto each : action_groups()) {
        EXPECT_EQ(action_group_of(key(each)), each);
        EXPECT_FALSE(label(each).empty());
    }
    EXPECT_EQ(group(Action::consult), ActionGroup::consultation);
}

}  // namespace
}  // namespace gk::application
