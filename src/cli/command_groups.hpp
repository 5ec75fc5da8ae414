// The groups of commands, each in the file of its name under commands/. A new group is declared
// here and listed in command.cpp.
#pragma once

#include <span>

#include "cli/command.hpp"

namespace gk::cli {

// help, config check, config dump, doctor, completion, man
[[nodiscard]] std::span<const Command> program_commands();

}  // namespace gk::cli
