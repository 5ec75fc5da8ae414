#include "base/date.hpp"

#include <gtest/gtest.h>

#include "base/assert.hpp"

namespace gk {
namespace {

TEST(Date, reads_only_the_iso_form_of_a_day_that_exists) {
    EXPECT_EQ(Date::parse("2024-02-29"), Date(2024, 2, 29));
    EXPECT_EQ(Date::parse("2023-02-29"), std::nullopt);
    EXPECT_EQ(Date::parse("2023-2-28"), std::nullopt);
    EXPECT_EQ(Date::parse("2023-02-28 "), std::nullopt);
    EXPECT_EQ(Date::parse("1899-12-31"), std::nullopt);
}

TEST(Date, writes_the_chinese_form_without_padding) {
    EXPECT_EQ(Date(2023, 1, 31).chinese(), "2023年1月31日");
    EXPECT_EQ(Date(2023, 1, 31).iso(), "2023-01-31");
    EXPECT_EQ(Date(2023, 1, 31).weekday_chinese(), "星期二");
}

TEST(Date, refuses_a_day_that_does_not_exist) {
    EXPECT_EQ(Date::of(2023, 2, 29), std::nullopt);
    EXPECT_EQ(Date::of(2200, 1, 1), std::nullopt);
    EXPECT_THROW(Date(2023, 13, 1), Bug);
    EXPECT_THROW(static_cast<void>(Date(2199, 12, 31).next()), Bug);
    EXPECT_EQ(Date::parse("20a3-02-28"), std::nullopt);
    EXPECT_EQ(Date::parse("2023-02-+8"), std::nullopt);
}

TEST(Date, counts_days_over_months_and_years) {
    EXPECT_EQ(Date(2023, 12, 31).next(), Date(2024, 1, 1));
    EXPECT_EQ(Date(2024, 3, 1).plus_days(-1), Date(2024, 2, 29));
    EXPECT_EQ(days_between(Date(2024, 1, 1), Date(2024, 12, 31)), 365);
    EXPECT_EQ(days_between(Date(2024, 1, 2), Date(2024, 1, 1)), -1);
    EXPECT_EQ(Date::first_of(2024), Date(2024, 1, 1));
    EXPECT_EQ(Date::last_of(2024), Date(2024, 12, 31));
}

TEST(Date, knows_the_weekend) {
    EXPECT_FALSE(Date(2024, 3, 1).is_weekend());
    EXPECT_TRUE(Date(2024, 3, 2).is_weekend());
    EXPECT_TRUE(Date(2024, 3, 3).is_weekend());
    EXPECT_FALSE(Date(2024, 3, 4).is_weekend());
}

}  // namespace
}  // namespace gk
