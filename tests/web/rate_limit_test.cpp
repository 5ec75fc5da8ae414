#include "web/rate_limit.hpp"

#include <gtest/gtest.h>

namespace gk::web {
namespace {

using std::chrono::seconds;

constexpr Moment start{1'000'000};

Moment after(seconds passed) {
    return {start.utc_ms + passed.count() * 1000};
}

class TwoAtOnce : public ::testing::Test {
protected:
    RateLimit limit_{{.at_once = 2, .one_each = seconds(6)}};
};

TEST_F(TwoAtOnce, the_third_is_told_when_it_may_come) {
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", start), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", start), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", start), 6);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", after(seconds(2))), 4);
}

TEST_F(TwoAtOnce, one_comes_back_each_time_and_never_more_than_all) {
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(limit_.wait_seconds("192.0.2.1", start), std::nullopt);
    }
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", after(seconds(6))), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", after(seconds(6))), 6);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", after(seconds(600))), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", after(seconds(600))), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", after(seconds(600))), 6);
}

TEST_F(TwoAtOnce, one_address_does_not_count_for_another_but_a_network_of_ipv6_is_one) {
    for (const auto* address : {"2001:db8::1", "2001:db8::2"}) {
        EXPECT_EQ(limit_.wait_seconds(address, start), std::nullopt);
    }
    EXPECT_EQ(limit_.wait_seconds("2001:db8:0:0:ffff::3", start), 6);
    EXPECT_EQ(limit_.wait_seconds("2001:db8:0:1::1", start), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", start), std::nullopt);
}

TEST_F(TwoAtOnce, a_clock_that_is_set_back_locks_nobody_out) {
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", after(seconds(5000))), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", start), 6);
    EXPECT_EQ(limit_.wait_seconds("192.0.2.1", after(seconds(6))), std::nullopt);
}

TEST_F(TwoAtOnce, of_very_many_addresses_the_oldest_is_forgotten) {
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(limit_.wait_seconds("first", start), std::nullopt);
    }
    EXPECT_EQ(limit_.wait_seconds("second", after(seconds(9))), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("second", after(seconds(9))), std::nullopt);
    for (std::size_t i = 2; i < RateLimit::addresses_max + 1; ++i) {
        EXPECT_EQ(limit_.wait_seconds(std::to_string(i), after(seconds(10))), std::nullopt);
        EXPECT_EQ(limit_.wait_seconds(std::to_string(i), after(seconds(10))), std::nullopt);
    }
    EXPECT_EQ(limit_.wait_seconds("second", after(seconds(10))), 5);
    EXPECT_EQ(limit_.wait_seconds("first", after(seconds(10))), std::nullopt);
    EXPECT_EQ(limit_.wait_seconds("first", after(seconds(10))), std::nullopt);
}

}  // namespace
}  // namespace gk::web
