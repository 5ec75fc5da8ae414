#include "base/decimal.hpp"

#include <fmt/format.h>

namespace gk {

namespace {

constexpr std::size_t whole_digits_max = 12;
constexpr std::size_t places = 6;

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto fraction = point == std::string_view::npos ? "0" : text.substr(point + 1);
    if (!all_digits(whole) || whole.size() > whole_digits_max || !all_digits(fraction) ||
        fraction.size() > places) {
        return std::nullopt;
    }
    std::int64_t micro = 0;
    for (const char c : whole) {
        micro = micro * 10 + (c - '0');
    }
    for (std::size_t place = 0; place < places; ++place) {
        micro = micro * 10 + (place < fraction.size() ? fraction[place] - '0' : 0);
    }
    return of_micro(is_negative ? -micro : micro);
}

std::string Decimal::text() const {
    const auto size = micro_ < 0 ? -micro_ : micro_;
    auto result = fmt::format("{}{}.{:06}", micro_ < 0 ? "-" : "", size / unit, size % unit);
    result.erase(result.find_last_not_of('0') + 1);
    if (result.ends_with('.')) {
        result.pop_back();
    }
    return result;
}

}  // namespace gk
