#include "remedy/remedy_light.hpp"

#include <gtest/gtest.h>

#include "remedy/sample_remedy.hpp"

namespace gk::remedy {
namespace {

using enum RemedyAction;
using law::RemedyGroup;
using notify::Light;
using notify::Pace;
using notify::Urgency;

// 2026-05-01 to 05-05 are days off; 05-09 is a Saturday on which work is done.
notify::Signal owed_on(Date today, RemedyGroup group, RemedyStage stage, Date owed_by,
                       notify::LightRules rules = {}) {
    return owed_signal(group, stage, owed_in(stage, owed_by, false), {calendar(), rules, today});
}

TEST(RemedyLight, of_a_reply_in_a_reconsideration_counts_working_days) {
    const auto shown = owed_on({2026, 4, 29}, RemedyGroup::reconsideration,
                               RemedyStage::awaiting_reply, {2026, 5, 12});
    EXPECT_EQ(shown.text, "剩 7 个工作日");
    EXPECT_EQ(shown.light, Light::green);
}

TEST(RemedyLight, of_a_defence_tells_natural_days_and_is_near_by_working_days) {
    const auto near = owed_on({2026, 4, 30}, RemedyGroup::direct_litigation,
                              RemedyStage::awaiting_reply, {2026, 5, 9});
    EXPECT_EQ(near.text, "剩 9 天");
    EXPECT_EQ(near.light, Light::yellow);  // Four working days are left.
    const auto late = owed_on({2026, 5, 11}, RemedyGroup::direct_litigation,
                              RemedyStage::awaiting_reply, {2026, 5, 9});
    EXPECT_EQ(late.text, "超 2 天");
    EXPECT_EQ(late.light, Light::red);
    EXPECT_EQ(late.urgency, Urgency::overdue);
}

TEST(RemedyLight, follows_the_rules_of_the_agency) {
    const auto shown = owed_on({2026, 4, 29}, RemedyGroup::reconsideration,
                               RemedyStage::awaiting_reply, {2026, 5, 12}, {.soon_from = 10});
    EXPECT_EQ(shown.light, Light::yellow);
}

TEST(RemedyLight, is_out_where_nothing_is_owed_or_nothing_runs) {
    using enum RemedyStage;
    EXPECT_EQ(owed_in(registered, std::nullopt, false).pace, Pace::unstarted);
    EXPECT_EQ(owed_in(in_examination, std::nullopt, false).pace, Pace::answered);
    EXPECT_EQ(owed_in(suspended, std::nullopt, true).pace, Pace::paused);
    EXPECT_EQ(owed_in(decided, std::nullopt, false).pace, Pace::answered);
    EXPECT_EQ(owed_in(closed, std::nullopt, false).pace, Pace::answered);
    EXPECT_EQ(owed_in(awaiting_reply, Date(2026, 5, 12), true).pace, Pace::paused);
    // A new reply that is owed without a day.
    EXPECT_EQ(owed_in(awaiting_performance, std::nullopt, false).pace, Pace::running);
}

class ClockLight : public testing::Test {
protected:
    // The light of the clock in the row of the table, on that day.
    static notify::Signal of(const RemedyCase& of, std::size_t row, Date today) {
        const auto standing = standing_of(of, calendar());
        const auto clocks = clocks_of(of, standing, calendar());
        const notify::LightRules rules;
        return clock_signal(clocks.at(row), standing, {calendar(), rules, today});
    }
};

TEST_F(ClockLight, of_the_body_is_told_and_never_late) {
    const auto running =
        remedy_of(RemedyGroup::reconsideration, {{register_remedy, {2026, 4, 20}}});
    // The sixtieth day is a holiday, and so is the weekend after it.
    EXPECT_EQ(of(running, 0, {2026, 6, 9}).text, "还有 13 天");
    EXPECT_EQ(of(running, 0, {2026, 6, 9}).light, Light::none);
    EXPECT_EQ(of(running, 0, {2026, 7, 9}).text, "已届满");
    EXPECT_EQ(of(running, 0, {2026, 7, 9}).urgency, Urgency::in_time);
}

TEST_F(ClockLight, of_our_reply_is_red_when_it_is_late_and_out_when_it_is_handed_in) {
    const auto owing = remedy_of(RemedyGroup::reconsideration,
                                 {{register_remedy, {2026, 4, 20}}, {receive_copy, {2026, 4, 24}}});
    EXPECT_EQ(of(owing, 1, {2026, 5, 12}).light, Light::red);
    EXPECT_EQ(of(owing, 1, {2026, 5, 13}).text, "超 1 个工作日");
    const auto replied = remedy_of(RemedyGroup::reconsideration, {{register_remedy, {2026, 4, 20}},
                                                                  {receive_copy, {2026, 4, 24}},
                                                                  {submit_reply, {2026, 5, 8}}});
    EXPECT_EQ(of(replied, 1, {2026, 5, 13}).urgency, Urgency::answered);
}

TEST_F(ClockLight, is_out_while_the_case_is_suspended) {
    const auto paused = remedy_of(RemedyGroup::reconsideration, {{register_remedy, {2026, 4, 20}},
                                                                 {receive_copy, {2026, 4, 24}},
                                                                 {suspend, {2026, 4, 28}}});
    EXPECT_EQ(of(paused, 1, {2026, 6, 13}).urgency, Urgency::paused);
    EXPECT_EQ(of(paused, 1, {2026, 6, 13}).light, Light::none);
}

}  // namespace
}  // namespace gk::remedy
