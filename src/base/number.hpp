// A number that is written as text.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace gk::text {

// All of the text: digits of the base, a minus sign before them where the type has one. Nothing
// where it is anything else, or where the type does not hold the number.
template <std::integral Number>
[[nodiscard]] std::optional<Number> whole_number(std::string_view text, int base = 10) {
    Number number = 0;
    const auto [end, failure] = std::from_chars(text.begin(), text.end(), number, base);
    return failure == std::errc() && end == text.end() ? std::optional(number) : std::nullopt;
}

// Four digits; nothing else names a year.
[[nodiscard]] inline std::optional<int> year_number(std::string_view text) {
    const auto year = text.size() == 4 ? whole_number<std::uint16_t>(text) : std::nullopt;
    return year ? std::optional<int>(*year) : std::nullopt;
}

}  // namespace gk::text
