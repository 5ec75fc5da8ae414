// A calendar date, always of Asia/Shanghai, from 1900-01-01 to 2199-12-31.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gk {

class Date {
public:
    // 1970-01-01; only so that a struct with a Date can be made before it is filled.
    constexpr Date() = default;
    // Asserts that the day exists and lies within the range.
    Date(int year, unsigned month, unsigned day);
    explicit Date(std::chrono::sys_days days);

    // Exactly YYYY-MM-DD and a day that exists; nothing else.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);
    [[nodiscard]] static std::optional<Date> of(int year, unsigned month, unsigned day);

    [[nodiscard]] static Date first_of(int year) { return {year, 1, 1}; }

    [[nodiscard]] static Date last_of(int year) { return {year, 12, 31}; }

    [[nodiscard]] int year() const;
    [[nodiscard]] unsigned month() const;
    [[nodiscard]] unsigned day() const;
    [[nodiscard]] bool is_weekend() const;

    [[nodiscard]] std::chrono::sys_days days() const { return days_; }

    // `count` calendar days later (earlier where negative).
    [[nodiscard]] Date plus_days(int count) const;

    [[nodiscard]] Date next() const { return plus_days(1); }

    [[nodiscard]] std::string iso() const;                   // 2023-01-31
    [[nodiscard]] std::string chinese() const;               // 2023年1月31日
    [[nodiscard]] std::string_view weekday_chinese() const;  // 星期二

    friend constexpr auto operator<=>(const Date&, const Date&) = default;

private:
    std::chrono::sys_days days_{};
};

// Calendar days from `from` to `to`; negative where `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);

}  // namespace gk
