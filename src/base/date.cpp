#include "base/date.hpp"

#include <array>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace gk {

namespace {

using std::chrono::year_month_day;

constexpr int first_year = 1900;
constexpr int last_year = 2199;

year_month_day civil(std::chrono::sys_days days) {
    return {days};
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Date::Date(int year, unsigned month, unsigned day) {
    const auto date = of(year, month, day);
    GK_ASSERT(date.has_value());
    days_ = date->days_;
}

Date::Date(std::chrono::sys_days days) : days_(days) {
    GK_ASSERT(year() >= first_year && year() <= last_year);
}

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
    const year_month_day date{std::chrono::year(year), std::chrono::month(month),
                              std::chrono::day(day)};
    if (!date.ok() || year < first_year || year > last_year) {
        return std::nullopt;
    }
    return Date(std::chrono::sys_days(date));
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    return of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

int Date::year() const {
    return static_cast<int>(civil(days_).year());
}

unsigned Date::month() const {
    return static_cast<unsigned>(civil(days_).month());
}

unsigned Date::day() const {
    return static_cast<unsigned>(civil(days_).day());
}

bool Date::is_weekend() const {
    return std::chrono::weekday(days_).iso_encoding() >= 6;
}

Date Date::plus_days(int count) const {
    return Date(days_ + std::chrono::days(count));
}

std::string Date::iso() const {
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

std::string Date::chinese() const {
    return fmt::format("{}年{}月{}日", year(), month(), day());
}

std::string_view Date::weekday_chinese() const {
    constexpr std::array<std::string_view, 7> names = {"星期日", "星期一", "星期二", "星期三",
                                                       "星期四", "星期五", "星期六"};
    return names[std::chrono::weekday(days_).c_encoding()];
}

int days_between(Date from, Date to) {
    return static_cast<int>((to.days() - from.days()).count());
}

}  // namespace gk
