// An exact decimal with six places: counts of the report tables, and money in 万元 (a 万元 with
// six places is counted in fen).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gk {

class Decimal {
public:
    static constexpr std::int64_t unit = 1'000'000;

    constexpr Decimal() = default;

    constexpr explicit Decimal(std::int64_t whole) : micro_(whole * unit) {}

    [[nodiscard]] static constexpr Decimal of_micro(std::int64_t micro) {
        Decimal value;
        value.micro_ = micro;
        return value;
    }

    // ASCII: an optional sign, 1 to 12 digits, an optional point with 1 to 6 digits.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t micro() const { return micro_; }

    [[nodiscard]] constexpr bool is_whole() const { return micro_ % unit == 0; }

    [[nodiscard]] constexpr std::int64_t whole() const { return micro_ / unit; }

    // No trailing zeros: "0", "59237.2449", "-3".
    [[nodiscard]] std::string text() const;

    constexpr Decimal& operator+=(Decimal other) {
        micro_ += other.micro_;
        return *this;
    }

    friend constexpr Decimal operator+(Decimal a, Decimal b) { return a += b; }

    friend constexpr Decimal operator-(Decimal a, Decimal b) {
        return of_micro(a.micro_ - b.micro_);
    }

    friend constexpr auto operator<=>(const Decimal&, const Decimal&) = default;

private:
    std::int64_t micro_ = 0;
};

}  // namespace gk
