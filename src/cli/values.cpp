#include "cli/values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/number.hpp"
#include "cli/errors.hpp"

namespace gk::cli {

Result<Date> date_of(std::string_view text, std::string_view name) {
    const auto date = Date::parse(text);
    if (!date) {
        return error(not_a_date, name, text).at(name);
    }
    return *date;
}

Result<std::optional<Date>> date_of(const Arguments& arguments, std::string_view name) {
    const auto text = arguments.one(name);
    if (!text) {
        return std::optional<Date>();
    }
    GK_TRY(const auto date, date_of(*text, name));
    return std::optional(date);
}

Result<std::optional<int>> number_of(const Arguments& arguments, std::string_view name, int min,
                                     int max) {
    const auto text = arguments.one(name);
    if (!text) {
        return std::optional<int>();
    }
    const auto number = text::whole_number<int>(*text);
    if (!number || *number < min || *number > max) {
        return error(not_a_number, name, *text, min, max).at(name);
    }
    return number;
}

Error not_one_of(std::string_view name, std::string_view value,
                 std::span<const std::string_view> choices) {
    return error(not_a_choice, name, value, fmt::format("{}", fmt::join(choices, "、"))).at(name);
}

}  // namespace gk::cli
