#include "web/citizen/day_band.hpp"

#include <gtest/gtest.h>

#include "application/sample_case.hpp"

namespace gk::web::citizen {
namespace {

DayBand band_of(const application::Standing& standing, Date today) {
    const auto& calendar = test::sample_calendar();
    return day_band(standing, latest_deadline(standing, calendar, today), calendar, today);
}

using application::CaseState;

// Handed in at the counter on 2026-03-02; last day for the reply 2026-03-30.
TEST(DayBands, have_a_cell_for_each_working_day_of_the_period) {
    const auto sample = test::counter_case();
    const Date today(2026, 3, 10);
    const auto band = band_of(sample.standing(today), today);
    EXPECT_EQ(band.used, 6);
    EXPECT_EQ(band.left, 14);
    EXPECT_EQ(band.excluded, 0);
    ASSERT_EQ(band.weeks.size(), 5U);
    EXPECT_EQ(band.weeks.front().front().date, Date(2026, 3, 3));
    EXPECT_EQ(band.weeks.back().back().date, Date(2026, 3, 30));
    int marked = 0;
    for (const auto& week : band.weeks) {
        for (const auto& day : week) {
            marked += day.is_until ? 1 : 0;
            EXPECT_EQ(day.is_until, day.date == today);
        }
    }
    EXPECT_EQ(marked, 1);
}

TEST(DayBands, leave_out_of_the_count_what_a_consultation_takes) {
    const auto sample = test::case_in(CaseState::consulting);
    const Date today(2026, 3, 20);
    const auto standing = sample.standing(today);
    const auto band = band_of(standing, today);
    EXPECT_GT(band.excluded, 0);
    EXPECT_EQ(band.used + band.left, 20) << "the period itself stays as long as it is";
    const auto latest = latest_deadline(standing, test::sample_calendar(), today);
    EXPECT_EQ(band.weeks.back().back().date, latest->reply_due_on);
    EXPECT_GT(latest->reply_due_on, standing.reply_due_on)
        << "reckoned with all of the time for the opinion";
}

TEST(DayBands, end_on_the_day_that_an_order_sets) {
    auto sample = test::case_in(CaseState::closed);
    sample.did(application::Action::reopen, people::Role::clerk, Date(2026, 6, 1),
               {.text = "判决重作", .due_on = Date(2026, 6, 15)});
    const auto band = band_of(sample.standing(Date(2026, 6, 2)), Date(2026, 6, 2));
    EXPECT_EQ(band.weeks.back().back().date, Date(2026, 6, 15));
    EXPECT_EQ(band.used, 1);
}

TEST(DayBands, are_empty_while_no_reply_is_due) {
    const Date today(2026, 3, 20);
    for (const auto state : {CaseState::awaiting_confirmation, CaseState::awaiting_correction}) {
        const auto sample = test::case_in(state);
        EXPECT_TRUE(band_of(sample.standing(today), today).empty()) << application::key(state);
    }
}

}  // namespace
}  // namespace gk::web::citizen
