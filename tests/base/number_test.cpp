#include "base/number.hpp"

#include <cstdint>

#include <gtest/gtest.h>

namespace gk::text {
namespace {

TEST(WholeNumber, is_the_whole_text) {
    EXPECT_EQ(whole_number<int>("2026"), 2026);
    EXPECT_EQ(whole_number<int>("-3"), -3);
    EXPECT_EQ(whole_number<int>("007"), 7);
    EXPECT_EQ(whole_number<int>("1f", 16), 31);
}

TEST(WholeNumber, is_nothing_where_anything_else_stands_beside_it) {
    for (const auto* text : {"", " 1", "1 ", "+1", "1.0", "1a", "-", "１"}) {
        EXPECT_EQ(whole_number<int>(text), std::nullopt) << text;
    }
}

TEST(WholeNumber, fits_its_type) {
    EXPECT_EQ(whole_number<std::uint8_t>("255"), 255);
    EXPECT_EQ(whole_number<std::uint8_t>("256"), std::nullopt);
    EXPECT_EQ(whole_number<std::uint8_t>("-1"), std::nullopt);
    EXPECT_EQ(whole_number<std::int64_t>("9223372036854775807"), INT64_MAX);
    EXPECT_EQ(whole_number<std::int64_t>("9223372036854775808"), std::nullopt);
}

TEST(YearNumber, is_four_digits_and_nothing_else) {
    EXPECT_EQ(year_number("2026"), 2026);
    EXPECT_EQ(year_number("0001"), 1);
    for (const auto* text : {"", "226", "20260", "-226", "+226", "2 26", "２０２６"}) {
        EXPECT_EQ(year_number(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace gk::text
