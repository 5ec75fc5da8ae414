// The manual page gongkai(1), made from the table of commands.
#pragma once

#include <span>
#include <string>

#include "cli/command.hpp"

namespace gk::cli {

// In roff with the man macros, UTF-8.
[[nodiscard]] std::string man_page(std::span<const Command> table);

}  // namespace gk::cli
