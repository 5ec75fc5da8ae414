// How long the next attempt to sign in must wait: the delay grows with each failure and never
// becomes a lock, because then whoever guesses could keep others out. Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "base/clock.hpp"

namespace gk::people {

// What stands in the database for an account, an address or a device.
struct FailureCount {
    int failure_count = 0;
    Moment last_failed_at;
};

struct DelayRule {
    int free_failures;  // So many without any delay.
    std::chrono::seconds delay_max;
};

// An account, wherever from.
inline constexpr DelayRule account_delay{.free_failures = 5, .delay_max = std::chrono::minutes(5)};
// A browser that has signed in as this account before.
inline constexpr DelayRule device_delay{.free_failures = 5, .delay_max = std::chrono::minutes(1)};
// An address: a whole office may share one.
inline constexpr DelayRule address_delay{.free_failures = 30, .delay_max = std::chrono::minutes(5)};

// After a day without failure they are forgotten.
[[nodiscard]] int failures_that_count(const FailureCount& count, Moment now);

// When the next attempt is heard; nothing where it is heard now.
[[nodiscard]] std::optional<Moment> heard_from(const DelayRule& rule, const FailureCount& count,
                                               Moment now);

// Rounded up: what the person who waits is told.
[[nodiscard]] std::int64_t seconds_until(Moment then, Moment now);

}  // namespace gk::people
