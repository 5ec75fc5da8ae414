#include "people/sign_in_delay.hpp"

#include <algorithm>

namespace gk::people {

namespace {

constexpr std::chrono::milliseconds forgotten_after = std::chrono::hours(24);

}  // namespace

int failures_that_count(const FailureCount& count, Moment now) {
    return now.utc_ms - count.last_failed_at.utc_ms >= forgotten_after.count()
               ? 0
               : count.failure_count;
}

std::optional<Moment> heard_from(const DelayRule& rule, const FailureCount& count, Moment now) {
    const int beyond = failures_that_count(count, now) - rule.free_failures;
    if (beyond <= 0) {
        return std::nullopt;
    }
    constexpr int doublings_max = 20;
    const std::chrono::milliseconds grown =
        std::chrono::seconds(1LL << std::min(beyond, doublings_max));
    const auto delay = std::min<std::chrono::milliseconds>(grown, rule.delay_max);
    const Moment heard{count.last_failed_at.utc_ms + delay.count()};
    return heard > now ? std::optional(heard) : std::nullopt;
}

std::int64_t seconds_until(Moment then, Moment now) {
    return (then.utc_ms - now.utc_ms + 999) / 1000;
}

}  // namespace gk::people
