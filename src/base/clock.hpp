// Moments and where they come from. Only main and web hold a system clock; everything below is
// handed the time.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/date.hpp"

namespace gk {

// Milliseconds since 1970-01-01T00:00:00Z.
struct Moment {
    std::int64_t utc_ms = 0;

    // The date in Asia/Shanghai (UTC+8 all year): the one place that converts.
    [[nodiscard]] Date date() const;
    // 2023-01-31T16:05:09.123+08:00
    [[nodiscard]] std::string iso() const;
    // 2023-01-31 16:05, Asia/Shanghai
    [[nodiscard]] std::string minutes() const;

    friend constexpr auto operator<=>(const Moment&, const Moment&) = default;
};

// When this date begins in Asia/Shanghai.
[[nodiscard]] Moment first_moment(Date date);

class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Moment now() const = 0;

    [[nodiscard]] Date today() const { return now().date(); }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Moment now() const override;
};

// Stands still until told otherwise: for tests and the demo.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Moment moment) : moment_(moment) {}

    // Noon of that day in Asia/Shanghai.
    explicit FixedClock(Date date);

    [[nodiscard]] Moment now() const override { return moment_; }

    void set(Moment moment) { moment_ = moment; }

private:
    Moment moment_;
};

}  // namespace gk
