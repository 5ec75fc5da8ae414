// Finds, reads and checks the configuration: a TOML file, then the environment over it.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "cli/config.hpp"

namespace gk::cli {

// The names and values of the process environment, or what a test sets.
using Environment = std::map<std::string, std::string, std::less<>>;

struct LoadedConfig {
    Config values;
    std::optional<std::filesystem::path> file;
    // For every key that was set, by its dotted name: "gongkai.toml 第3行",
    // "环境变量 GONGKAI_SERVER_PORT".
    std::map<std::string, std::string, std::less<>> origins;
};

// `file`: what --config names. Without it ./gongkai.toml, else /etc/gongkai/gongkai.toml, else
// nothing but defaults. Answers all problems at once, each with its place: an unknown section, key
// or variable with the one that was probably meant, a wrong type, a value out of range.
[[nodiscard]] Result<LoadedConfig> load_config(const std::optional<std::string>& file,
                                               const Environment& environment);

// The same of a text, as if it were the file `path`.
[[nodiscard]] Result<LoadedConfig> read_config(std::string_view toml,
                                               const std::filesystem::path& path,
                                               const Environment& environment);

// The whole configuration as TOML, each key with its origin; secrets hidden.
[[nodiscard]] std::string dump_config(const LoadedConfig& config);

}  // namespace gk::cli
