// The table of configuration keys: reading, checking, dumping and the reference page all go by it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "cli/config.hpp"

namespace gk::cli {

// Where the value of a key is kept; the type of the key is the type of this.
using Slot = std::variant<std::string*, int*, std::filesystem::path*, std::vector<std::string>*,
                          log::Level*>;

struct ConfigSection {
    std::string_view name;
    std::string_view help;  // Chinese, a few words.
};

struct ConfigKey {
    std::string_view section;
    std::string_view name;
    Slot (*slot)(Config& config);
    std::string_view help;  // Chinese, a sentence.
    int min = 0;            // Of a number.
    int max = 0;
    bool is_secret = false;  // May hold a password: `config dump` hides it.
};

[[nodiscard]] std::span<const ConfigSection> config_sections();
[[nodiscard]] std::span<const ConfigKey> config_keys();

// "server.port"
[[nodiscard]] std::string dotted_name(const ConfigKey& key);
// "GONGKAI_SERVER_PORT"
[[nodiscard]] std::string variable_name(const ConfigKey& key);
// 整数、文字 …: the type in words.
[[nodiscard]] std::string type_in_words(const ConfigKey& key);
// The value as TOML writes it: "127.0.0.1" with its quotes, 8080, ["10.0.0.1"].
[[nodiscard]] std::string value_as_toml(const ConfigKey& key, Config& config);

// The Chinese page docs/generated/config.md.
[[nodiscard]] std::string config_reference();

}  // namespace gk::cli
