#include "cli/parse.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "cli/errors.hpp"
#include "cli/values.hpp"

namespace gk::cli {

namespace {

using Words = std::vector<std::string_view>;

bool is_option(std::string_view word) {
    return word.starts_with("--") && word.size() > 2;
}

// "--name=value" into its halves; no value where there is no "=".
std::pair<std::string_view, std::optional<std::string_view>> halves(std::string_view word) {
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) {
        return {word, std::nullopt};
    }
    return {word.substr(0, equals), word.substr(equals + 1)};
}

// Takes the options that every command has out of the words.
Result<Words> take_common_options(std::span<const std::string_view> words, Invocation& invocation) {
    Words rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto [name, value] = halves(words[i]);
        if (words[i] == "--") {
            rest.insert(rest.end(), words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
            break;
        }
        if (words[i] == "--help" || words[i] == "-h") {
            invocation.wants_help = true;
        } else if (words[i] == "--version") {
            invocation.wants_version = true;
        } else if (name != "--config") {
            rest.push_back(words[i]);
        } else if (invocation.config_file) {
            return error(option_repeated, name).at(name);
        } else if (value) {
            invocation.config_file = *value;
        } else if (i + 1 == words.size() || is_option(words[i + 1])) {
            return error(option_without_value, name, "FILE").at(name);
        } else {
            invocation.config_file = words[++i];
        }
    }
    return rest;
}

std::string_view first_word(std::string_view name) {
    return name.substr(0, name.find(' '));
}

Words names_under(std::span<const Command> table, std::string_view group) {
    Words names;
    for (const auto& command : table) {
        if (command.name != group && first_word(command.name) == group) {
            names.push_back(command.name);
        }
    }
    return names;
}

// The command that the words begin with; takes its words away. nullptr: help on the group or on
// the program is wanted.
Result<const Command*> take_command(std::span<const std::string_view>& words,
                                    std::span<const Command> table, bool wants_help) {
    if (words.empty() || is_option(words[0])) {
        return nullptr;
    }
    const auto group = names_under(table, words[0]);
    if (words.size() > 1 && !group.empty()) {
        const auto name = fmt::format("{} {}", words[0], words[1]);
        if (const auto* command = find_command(table, name)) {
            words = words.subspan(2);
            return command;
        }
    }
    if (const auto* command = find_command(table, words[0])) {
        words = words.subspan(1);
        return command;
    }
    if (group.empty()) {
        Words names;
        for (const auto& command : table) {
            names.push_back(first_word(command.name));
        }
        return error(unknown_command, words[0],
                     suggestion(words[0], names, "用“gongkai help”查看所有命令。"));
    }
    if (words.size() == 1 || is_option(words[1])) {
        if (wants_help) {
            return nullptr;
        }
        return error(incomplete_command, words[0], fmt::format("{}", fmt::join(group, "、")));
    }
    const auto typed = fmt::format("{} {}", words[0], words[1]);
    return error(
        unknown_command, typed,
        suggestion(typed, group, fmt::format("用“gongkai help {}”查看这一组命令。", words[0])));
}

const Option* find_option(const Command& command, std::string_view name) {
    const auto found = std::ranges::find(command.options, name, &Option::name);
    return found == command.options.end() ? nullptr : &*found;
}

// Every option that the command takes, by name.
Words option_names(const Command& command) {
    Words names;
    for (const auto& option : command.options) {
        names.push_back(option.name);
    }
    for (const auto& option : common_options()) {
        names.push_back(option.name);
    }
    return names;
}

// Collects what follows the command's name, with every problem there is.
class Collector {
public:
    explicit Collector(const Command& command) : command_(command) {}

    void take(std::span<const std::string_view> words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == "--") {
                loose_.insert(loose_.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                              words.end());
                return;
            }
            if (!is_option(words[i])) {
                loose_.push_back(words[i]);
                continue;
            }
            const bool has_next = i + 1 < words.size() && !is_option(words[i + 1]);
            if (take_option(words[i], has_next ? std::optional(words[i + 1]) : std::nullopt)) {
                ++i;
            }
        }
    }

    Result<Arguments> finish() && {
        take_positionals();
        for (const auto& option : command_.options) {
            if (option.is_required && !arguments_.has(option.name)) {
                add(problem(option_missing, option.name, option.value_name, option.help),
                    option.name);
            }
        }
        if (!problems_.empty()) {
            return Error(ErrorKind::invalid, std::move(problems_));
        }
        return std::move(arguments_);
    }

private:
    void add(Problem problem, std::string_view field) {
        problem.field = field;
        problems_.push_back(std::move(problem));
    }

    // Whether `next` is the value of the option that was probably meant. That option then counts
    // as given, so that its absence is not minded as well.
    bool take_unknown(std::string_view name, std::optional<std::string_view> next) {
        const auto names = option_names(command_);
        const auto look_up = fmt::format("用“gongkai help {}”查看它的选项。", command_.name);
        add(problem(unknown_option, command_.name, name, suggestion(name, names, look_up)), name);
        const auto* meant = find_option(command_, text::nearest(name, names));
        if (meant == nullptr) {
            return false;
        }
        arguments_.add(meant->name, "");
        return meant->takes != Takes::nothing && next.has_value();
    }

    // Whether `next` was taken for the option's value.
    bool take_option(std::string_view word, std::optional<std::string_view> next) {
        const auto [name, written] = halves(word);
        const auto* option = find_option(command_, name);
        if (option == nullptr) {
            return take_unknown(name, written.has_value() ? std::nullopt : next);
        }
        if (option->takes == Takes::nothing) {
            if (written) {
                add(problem(option_takes_no_value, name, *written), name);
            }
            if (!arguments_.has(name)) {
                arguments_.add(name, "");
            }
            return false;
        }
        const auto value = written ? written : next;
        if (!value) {
            add(problem(option_without_value, name, option->value_name), name);
            return false;
        }
        if (option->takes == Takes::one && arguments_.has(name)) {
            add(problem(option_repeated, name), name);
        } else if (!option->choices.empty() &&
                   std::ranges::find(option->choices, *value) == option->choices.end()) {
            add(not_one_of(name, *value, option->choices).first(), name);
        }
        arguments_.add(name, std::string(*value));
        return !written;
    }

    void take_positionals() {
        std::span<const std::string_view> words = loose_;
        for (const auto& positional : command_.positionals) {
            const auto count = positional.takes == Takes::many
                                   ? words.size()
                                   : std::min<std::size_t>(words.size(), 1);
            if (count == 0 && positional.is_required) {
                add(problem(argument_missing, positional.name, positional.help), positional.name);
            }
            for (const auto word : words.first(count)) {
                arguments_.add(positional.name, std::string(word));
            }
            words = words.subspan(count);
        }
        for (const auto word : words) {
            add(problem(argument_extra, word, command_.name), word);
        }
    }

    const Command& command_;
    Arguments arguments_;
    Words loose_;
    std::vector<Problem> problems_;
};

}  // namespace

const Command* find_command(std::span<const Command> table, std::string_view name) {
    const auto found = std::ranges::find(table, name, &Command::name);
    return found == table.end() ? nullptr : &*found;
}

std::string suggestion(std::string_view typed, std::span<const std::string_view> candidates,
                       std::string_view otherwise) {
    const auto near = text::nearest(typed, candidates);
    return near.empty() ? std::string(otherwise) : fmt::format("您是不是要写“{}”？", near);
}

Result<Invocation> parse(std::span<const std::string_view> words, std::span<const Command> table) {
    Invocation invocation;
    GK_TRY(const auto rest, take_common_options(words, invocation));
    std::span<const std::string_view> left = rest;
    GK_TRY(invocation.command, take_command(left, table, invocation.wants_help));
    if (invocation.command == nullptr) {
        if (!left.empty() && is_option(left[0])) {
            return error(unknown_option, "gongkai", left[0], "先写命令，再写它的选项。")
                .at(left[0]);
        }
        for (const auto word : left) {
            invocation.arguments.add("COMMAND", std::string(word));
        }
        return invocation;
    }
    if (invocation.wants_help || invocation.wants_version) {
        return invocation;
    }
    Collector collector(*invocation.command);
    collector.take(left);
    GK_TRY(invocation.arguments, std::move(collector).finish());
    return invocation;
}

}  // namespace gk::cli
