#include "notify/outgoing.hpp"

#include <gtest/gtest.h>

namespace gk::notify {
namespace {

constexpr std::int64_t minute = 60'000;

TEST(Attempts, come_at_growing_distances_and_end) {
    const Moment now{1'000'000};
    std::int64_t before = 0;
    int count = 0;
    while (const auto next = next_attempt(count + 1, now)) {
        ++count;
        EXPECT_GT(next->utc_ms - now.utc_ms, before);
        before = next->utc_ms - now.utc_ms;
    }
    EXPECT_EQ(count, 6);
    EXPECT_EQ(next_attempt(1, now)->utc_ms, now.utc_ms + minute);
    EXPECT_EQ(next_attempt(0, now), std::nullopt);
}

TEST(Carriers, have_words) {
    for (const auto carrier : carriers()) {
        EXPECT_EQ(carrier_of(key(carrier)), carrier);
        EXPECT_FALSE(label(carrier).empty());
    }
    for (const auto status : outgoing_statuses()) {
        EXPECT_EQ(outgoing_status_of(key(status)), status);
        EXPECT_FALSE(label(status).empty());
    }
}

}  // namespace
}  // namespace gk::notify
