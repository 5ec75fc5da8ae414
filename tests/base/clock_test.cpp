#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace gk {
namespace {

// 2023-12-31T16:00:00Z is midnight in Shanghai.
constexpr Moment new_year{1'704'038'400'000};

TEST(Moment, the_day_changes_at_midnight_in_shanghai) {
    EXPECT_EQ(new_year.date(), Date(2024, 1, 1));
    EXPECT_EQ(Moment{new_year.utc_ms - 1}.date(), Date(2023, 12, 31));
}

TEST(Moment, a_date_begins_at_midnight_in_shanghai) {
    EXPECT_EQ(first_moment(Date(2024, 1, 1)), new_year);
}

TEST(Moment, is_written_with_its_offset) {
    EXPECT_EQ(new_year.iso(), "2024-01-01T00:00:00.000+08:00");
    EXPECT_EQ(Moment{new_year.utc_ms + 59'999}.iso(), "2024-01-01T00:00:59.999+08:00");
    EXPECT_EQ(Moment{new_year.utc_ms - 1}.minutes(), "2023-12-31 23:59");
    EXPECT_EQ(Moment{-1}.iso(), "1970-01-01T07:59:59.999+08:00");
}

TEST(FixedClock, stands_still_until_it_is_set) {
    FixedClock clock(Date(2024, 2, 29));
    EXPECT_EQ(clock.today(), Date(2024, 2, 29));
    EXPECT_EQ(clock.now().minutes(), "2024-02-29 12:00");
    clock.set(new_year);
    EXPECT_EQ(clock.now(), new_year);
}

TEST(SystemClock, is_of_this_century_and_does_not_run_backwards) {
    const SystemClock clock;
    const auto first = clock.now();
    EXPECT_GT(clock.today(), Date(2024, 1, 1));
    EXPECT_GE(clock.now(), first);
}

}  // namespace
}  // namespace gk
