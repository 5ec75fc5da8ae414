// Reads the values of arguments that are not just text. The error names the argument.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"

namespace gk::cli {

// Nothing where the argument was not given; `cli.not_a_date` where it is no YYYY-MM-DD.
[[nodiscard]] Result<std::optional<Date>> date_of(const Arguments& arguments,
                                                  std::string_view name);

// The same of text that is part of an argument's value.
[[nodiscard]] Result<Date> date_of(std::string_view text, std::string_view name);

// `cli.not_a_number` unless it is a decimal integer from `min` to `max`.
[[nodiscard]] Result<std::optional<int>> number_of(const Arguments& arguments,
                                                   std::string_view name, int min, int max);

// `cli.not_a_choice`: `value` is none of `choices`.
[[nodiscard]] Error not_one_of(std::string_view name, std::string_view value,
                               std::span<const std::string_view> choices);

}  // namespace gk::cli
