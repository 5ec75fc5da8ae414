#include "base/date.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace gk
