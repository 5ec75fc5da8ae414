// The help pages, made from the table of commands.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace gk::cli {

// "gongkai 0.1.0"
[[nodiscard]] std::string version_line();

// "gongkai report check [--json] FILE..."; where there are many options, only those that must be
// written stand in it.
[[nodiscard]] std::string usage_line(const Command& command);

// "--submitted DATE", as help, completion and manual write it.
[[nodiscard]] std::string usage(const Option& option);

// "FILE...", "[COMMAND...]"
[[nodiscard]] std::string usage(const Positional& positional);

// The option's own words, its choices, and whether and how often it is written.
[[nodiscard]] std::string help_of(const Option& option);

// What the exit statuses mean, in one sentence.
[[nodiscard]] std::string_view exit_statuses();

// The page of the whole program, or of the commands that begin with the word `group`.
[[nodiscard]] std::string overview_page(std::span<const Command> table,
                                        std::string_view group = {});

[[nodiscard]] std::string command_page(const Command& command);

}  // namespace gk::cli
