#include "law/working_calendar.hpp"

#include <gtest/gtest.h>

#include "law/calendar_of_vectors.hpp"
#include "law/vector_file.hpp"

namespace gk::law {
namespace {

const WorkingCalendar& calendar() {
    return test::calendar_of_vectors();
}

TEST(WorkingCalendar, every_deadline_of_the_vectors) {
    const auto rows = test::read_vectors("deadlines.tsv");
    EXPECT_EQ(rows.size(), 9U);
    for (const auto& row : rows) {
        const auto due = calendar().add_working_days(*Date::parse(row.at("received")),
                                                     std::stoi(row.at("working_days")));
        ASSERT_TRUE(due.has_value());
        EXPECT_EQ(due->date.iso(), row.at("expected_due")) << row.at("received");
        EXPECT_FALSE(due->is_provisional);
    }
}

TEST(WorkingCalendar, a_day_off_a_make_up_day_a_weekend_and_a_plain_day) {
    EXPECT_FALSE(calendar().is_working_day(Date(2026, 2, 16)));
    EXPECT_TRUE(calendar().is_working_day(Date(2026, 2, 14)));
    EXPECT_FALSE(calendar().is_working_day(Date(2026, 2, 15)));
    EXPECT_TRUE(calendar().is_working_day(Date(2026, 2, 13)));
    EXPECT_EQ(calendar().listed(Date(2026, 2, 14))->name, "春节");
    EXPECT_EQ(calendar().listed(Date(2026, 2, 13)), nullptr);
    EXPECT_EQ(calendar().listed(Date(2027, 2, 13)), nullptr);
}

TEST(WorkingCalendar, the_day_of_the_event_is_not_counted) {
    EXPECT_EQ(calendar().add_working_days(Date(2026, 3, 2), 0)->date, Date(2026, 3, 2));
    EXPECT_EQ(calendar().add_working_days(Date(2026, 3, 2), 1)->date, Date(2026, 3, 3));
    EXPECT_EQ(calendar().working_days_between(Date(2026, 3, 2), Date(2026, 3, 3)), 1);
    EXPECT_EQ(calendar().working_days_between(Date(2026, 3, 3), Date(2026, 3, 2)), 0);
    EXPECT_EQ(calendar().working_days_between(Date(2026, 3, 6), Date(2026, 3, 9)), 1);
}

TEST(WorkingCalendar, a_rest_day_moves_to_the_next_working_day_and_a_working_day_stays) {
    EXPECT_EQ(calendar().working_day_from(Date(2026, 2, 15)), Date(2026, 2, 24));
    EXPECT_EQ(calendar().working_day_from(Date(2026, 2, 24)), Date(2026, 2, 24));
}

TEST(WorkingCalendar, a_count_that_reaches_an_unpublished_year_is_provisional) {
    const auto last = calendar().add_working_days(Date(2026, 12, 1), 22);
    EXPECT_EQ(last->date, Date(2026, 12, 31));
    EXPECT_FALSE(last->is_provisional);
    const auto beyond = calendar().add_working_days(Date(2026, 12, 1), 23);
    EXPECT_EQ(beyond->date, Date(2027, 1, 1));
    EXPECT_TRUE(beyond->is_provisional);
    EXPECT_TRUE(calendar().add_working_days(Date(2007, 12, 28), 3)->is_provisional);
}

TEST(WorkingCalendar, refuses_what_it_cannot_count) {
    for (const auto& [from, count] :
         {std::pair(Date(2026, 1, 1), -1), std::pair(Date(2026, 1, 1), 2001),
          std::pair(Date(2181, 1, 1), 1)}) {
        const auto date = calendar().add_working_days(from, count);
        ASSERT_FALSE(date.has_value());
        EXPECT_EQ(date.error().first().code, "law.count_out_of_range");
    }
    EXPECT_TRUE(calendar().add_working_days(Date(2180, 12, 31), 2000).has_value());
}

TEST(WorkingCalendar, without_days_or_years_knows_the_weekdays_alone) {
    const WorkingCalendar plain({}, {});
    EXPECT_TRUE(plain.is_working_day(Date(2026, 2, 16)));
    EXPECT_FALSE(plain.is_working_day(Date(2026, 2, 14)));
    EXPECT_FALSE(plain.covers(2026));
    EXPECT_TRUE(plain.days().empty());
}

TEST(WorkingCalendar, the_later_of_two_entries_for_a_day_stands_and_sources_of_a_year_join) {
    const WorkingCalendar amended(
        {{2030, {{"甲", ""}}},
         {2029, {}},
         {2030, {{"乙", ""}}},
         {2030, {{"甲", ""}}},
         {2030, {{"甲", "第2号"}}}},
        {{Date(2030, 2, 1), DayKind::off, "春节"}, {Date(2030, 2, 1), DayKind::work, "春节"}});
    EXPECT_TRUE(amended.is_working_day(Date(2030, 2, 1)));
    EXPECT_EQ(amended.days().size(), 1U);
    ASSERT_EQ(amended.years().size(), 2U);
    EXPECT_EQ(amended.years()[1].sources.size(), 3U) << "甲 once, and the other 甲";
    EXPECT_TRUE(amended.covers(Date(2029, 1, 1), Date(2030, 12, 31)));
    EXPECT_FALSE(amended.covers(Date(2028, 12, 31), Date(2030, 12, 31)));
}

}  // namespace
}  // namespace gk::law
