// The help pages, made from the table of commands.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace gk::cli {

// "gongkai 0.1.0"
[[nodiscard]] std::string version_line();

// "gongkai report check [--json] FILE…"
[[nodiscard]] std::string usage_line(const Command& command);

// "--submitted DATE", as help, completion and manual write it.
[[nodiscard]] std::string usage(const Option& option);

// The page of the whole program, or of the commands that begin with the word `group`.
[[nodiscard]] std::string overview_page(std::span<const Command> table,
                                        std::string_view group = {});

[[nodiscard]] std::string command_page(const Command& command);

}  // namespace gk::cli
