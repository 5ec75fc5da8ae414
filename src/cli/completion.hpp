// Shell completion, made from the table of commands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace gk::cli {

enum class Shell { bash, zsh, fish };

// "bash", "zsh", "fish"
[[nodiscard]] std::span<const std::string_view> shell_names();
[[nodiscard]] std::optional<Shell> shell_of(std::string_view name);

// The script that the shell reads.
[[nodiscard]] std::string completion_script(std::span<const Command> table, Shell shell);

}  // namespace gk::cli
