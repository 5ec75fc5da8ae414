#include "law/remedy_clock.hpp"

#include <gtest/gtest.h>

#include "law/calendar_of_vectors.hpp"

namespace gk::law {
namespace {

using test::calendar_of_vectors;

struct Row {
    RemedyClock clock;
    Date from;
    Date due_on;
};

TEST(RemedyClock, counts_working_days_for_the_reply_and_natural_days_for_the_rest) {
    using enum RemedyClock;
    const Row rows[] = {
        // 10 and 5 working days; 1 to 5 May 2026 are off, 9 May is worked.
        {respondent_reply, {2026, 4, 24}, {2026, 5, 12}},
        {respondent_reply_simplified, {2026, 4, 24}, {2026, 5, 6}},
        {reconsideration_decision, {2026, 4, 24}, {2026, 6, 23}},
        {reconsideration_decision_simplified, {2026, 4, 24}, {2026, 5, 25}},  // 24 May: Sunday.
        {suit_after_decision, {2026, 6, 23}, {2026, 7, 8}},
        {defendant_reply, {2026, 4, 16}, {2026, 5, 6}},  // 1 May: a holiday.
        {first_instance_judgment, {2026, 1, 5}, {2026, 7, 6}},
        {appeal_against_judgment, {2026, 7, 6}, {2026, 7, 21}},
        {appeal_against_ruling, {2026, 7, 6}, {2026, 7, 16}},
        {second_instance_judgment, {2025, 11, 30}, {2026, 2, 28}},  // A month without a 30th.
    };
    for (const auto& row : rows) {
        const auto due = remedy_due(row.clock, row.from, calendar_of_vectors());
        ASSERT_TRUE(due.has_value()) << label(row.clock);
        EXPECT_EQ(due->due_on.iso(), row.due_on.iso()) << label(row.clock);
        EXPECT_FALSE(due->is_provisional) << label(row.clock);
        EXPECT_FALSE(due->basis.empty()) << label(row.clock);
    }
}

TEST(RemedyClock, takes_in_the_days_that_do_not_count) {
    const auto due =
        remedy_due(RemedyClock::reconsideration_decision, {2026, 4, 24}, calendar_of_vectors(), 30);
    EXPECT_EQ(due->due_on, Date(2026, 7, 23));
    EXPECT_EQ(
        remedy_due(RemedyClock::respondent_reply, {2026, 4, 24}, calendar_of_vectors(), 5)->due_on,
        Date(2026, 5, 18));  // 12 May and 5 days is a Sunday.
}

TEST(RemedyClock, says_where_it_ends_in_a_year_without_a_calendar) {
    EXPECT_TRUE(
        remedy_due(RemedyClock::first_instance_judgment, {2026, 12, 1}, calendar_of_vectors())
            ->is_provisional);
    EXPECT_TRUE(remedy_due(RemedyClock::respondent_reply, {2026, 12, 25}, calendar_of_vectors())
                    ->is_provisional);
}

TEST(RemedyClock, refuses_days_for_which_there_is_no_law) {
    const auto before =
        remedy_due(RemedyClock::respondent_reply, {2023, 12, 31}, calendar_of_vectors());
    ASSERT_FALSE(before.has_value());
    EXPECT_EQ(before.error().first().code, "law.no_law_in_force");
    const auto after =
        remedy_due(RemedyClock::defendant_reply, {2190, 1, 1}, calendar_of_vectors());
    ASSERT_FALSE(after.has_value());
    EXPECT_EQ(after.error().first().code, "law.date_out_of_range");
}

TEST(RemedyClock, is_written_as_the_law_writes_it) {
    EXPECT_EQ(text(remedy_clock(RemedyClock::respondent_reply, {2026, 1, 1})->value), "10个工作日");
    EXPECT_EQ(text(remedy_clock(RemedyClock::reconsideration_extension, {2026, 1, 1})->value),
              "30日");
    EXPECT_EQ(text(remedy_clock(RemedyClock::first_instance_judgment, {2026, 1, 1})->value),
              "6个月");
    EXPECT_THROW(static_cast<void>(text(ClockLength{1, static_cast<ClockUnit>(9)})), Bug);
    EXPECT_EQ(remedy_clocks().size(), 11U);
}

}  // namespace
}  // namespace gk::law
