// The table of commands. Arguments, help, completion and the manual page are all made from it.
// A command translates its arguments to a service call and prints what comes back.
#pragma once

#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/permission.hpp"

namespace gk::cli {

// The exit statuses that scripts may rely on: done; the answer is no (a check fails); no answer
// (wrong arguments, nothing to read, a fault).
enum class Exit { ok = 0, failed = 1, unusable = 2 };

enum class Takes { nothing, one, many };  // A flag, one value, or a value each time it is given.

struct Option {
    std::string_view name;  // "--submitted"
    Takes takes;
    std::string_view value_name;                     // "DATE"; empty for a flag
    std::string_view help;                           // Chinese, one sentence.
    std::span<const std::string_view> choices = {};  // The only values allowed, where fixed.
    bool is_required = false;
};

struct Positional {
    std::string_view name;  // "FILE"
    Takes takes;            // one or many
    std::string_view help;
    bool is_required = true;
};

// What was typed, after the table has been applied: every name in it is one of the table's.
class Arguments {
public:
    void add(std::string_view name, std::string value);
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> one(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

private:
    std::multimap<std::string, std::string, std::less<>> values_;
};

struct Streams {
    std::ostream& out;
    std::ostream& err;
    bool is_terminal = false;
};

// What every command is handed (context.hpp). Configuration and services are opened by the
// command that needs them.
class Context;

struct Command {
    std::string_view name;         // "report check": one or two words.
    std::string_view summary;      // Chinese, one line without a full stop.
    std::string_view description;  // Chinese paragraphs, separated by an empty line; may be empty.
    std::span<const Positional> positionals;
    std::span<const Option> options;
    people::Permission permission;
    Exit (*run)(const Arguments& arguments, Context& context, Streams& streams);
};

// All commands, in the order of the help page: the groups of command_groups.hpp.
[[nodiscard]] std::span<const Command> commands();

// Options that every command takes: --config, --help; --version stands alone.
[[nodiscard]] std::span<const Option> common_options();

}  // namespace gk::cli
