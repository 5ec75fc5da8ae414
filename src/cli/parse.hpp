// Applies a table of commands to what was typed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "cli/command.hpp"

namespace gk::cli {

// What was asked for. No command and no help wanted: `gongkai` alone.
struct Invocation {
    const Command* command = nullptr;
    Arguments arguments;
    std::optional<std::string> config_file;
    bool wants_help = false;
    bool wants_version = false;
};

// `words` are the arguments after the program's name. An option is `--name VALUE` or
// `--name=VALUE`; after `--` everything is a positional argument. Answers all problems of the
// options at once; the command itself must be right first.
[[nodiscard]] Result<Invocation> parse(std::span<const std::string_view> words,
                                       std::span<const Command> table);

// The command of exactly this name, or nullptr.
[[nodiscard]] const Command* find_command(std::span<const Command> table, std::string_view name);

// "您是不是要写“deadline”？", or where to look where nothing is near.
[[nodiscard]] std::string suggestion(std::string_view typed,
                                     std::span<const std::string_view> candidates,
                                     std::string_view otherwise);

}  // namespace gk::cli
