#include "base/clock.hpp"

#include <chrono>

#include <fmt/format.h>

namespace gk {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds shanghai_offset = std::chrono::hours(8);

std::chrono::sys_time<milliseconds> local(Moment moment) {
    return std::chrono::sys_time<milliseconds>(milliseconds(moment.utc_ms) + shanghai_offset);
}

}  // namespace

Date Moment::date() const {
    return Date(std::chrono::floor<std::chrono::days>(local(*this)));
}

std::string Moment::iso() const {
    const auto time = local(*this);
    const std::chrono::hh_mm_ss of_day(time - std::chrono::floor<std::chrono::days>(time));
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}+08:00", date().iso(), of_day.hours().count(),
                       of_day.minutes().count(), of_day.seconds().count(),
                       of_day.subseconds().count());
}

std::string Moment::minutes() const {
    const auto time = local(*this);
    const std::chrono::hh_mm_ss of_day(time - std::chrono::floor<std::chrono::days>(time));
    return fmt::format("{} {:02}:{:02}", date().iso(), of_day.hours().count(),
                       of_day.minutes().count());
}

Moment first_moment(Date date) {
    const auto begin = date.days() - shanghai_offset;
    return {std::chrono::duration_cast<milliseconds>(begin.time_since_epoch()).count()};
}

Moment SystemClock::now() const {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<milliseconds>(since).count()};
}

FixedClock::FixedClock(Date date) {
    moment_ = {first_moment(date).utc_ms + milliseconds(std::chrono::hours(12)).count()};
}

}  // namespace gk
