#include "base/decimal.hpp"

#include <gtest/gtest.h>

namespace gk {
namespace {

TEST(Decimal, reads_whole_numbers_and_up_to_six_places) {
    EXPECT_EQ(Decimal::parse("0"), Decimal(0));
    EXPECT_EQ(Decimal::parse("-3"), Decimal(-3));
    EXPECT_EQ(Decimal::parse("+12"), Decimal(12));
    EXPECT_EQ(Decimal::parse("59237.2449"), Decimal::of_micro(59'237'244'900));
    EXPECT_EQ(Decimal::parse("0.000001"), Decimal::of_micro(1));
    EXPECT_EQ(Decimal::parse("-0.5"), Decimal::of_micro(-500'000));
    EXPECT_EQ(Decimal::parse("999999999999.999999"), Decimal::of_micro(999'999'999'999'999'999));
}

TEST(Decimal, refuses_what_is_not_exactly_a_number) {
    for (const auto* wrong : {"", "-", "+", ".", ".5", "5.", "1.2.3", "1e3", " 1", "1 ", "1,000",
                              "--1", "1234567890123", "0.0000001", "１"}) {
        EXPECT_EQ(Decimal::parse(wrong), std::nullopt) << wrong;
    }
}

TEST(Decimal, writes_no_trailing_zeros) {
    EXPECT_EQ(Decimal(0).text(), "0");
    EXPECT_EQ(Decimal(100).text(), "100");
    EXPECT_EQ(Decimal::parse("-0.50")->text(), "-0.5");
    EXPECT_EQ(Decimal::parse("59237.244900")->text(), "59237.2449");
}

TEST(Decimal, adds_and_compares_exactly) {
    const auto tenth = *Decimal::parse("0.1");
    Decimal sum;
    for (int i = 0; i < 10; ++i) {
        sum += tenth;
    }
    EXPECT_EQ(sum, Decimal(1));
    EXPECT_EQ(Decimal(1) - tenth, *Decimal::parse("0.9"));
    EXPECT_LT(Decimal(-1), tenth);
    EXPECT_TRUE(Decimal(7).is_whole());
    EXPECT_EQ(Decimal(7).whole(), 7);
    EXPECT_FALSE(tenth.is_whole());
}

}  // namespace
}  // namespace gk
