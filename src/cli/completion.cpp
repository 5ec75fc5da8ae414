#include "cli/completion.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::cli {

namespace {

constexpr std::string_view shells[] = {"bash", "zsh", "fish"};

// The words that may follow `words`: the empty text stands before the first word.
std::vector<std::string_view> next_words(std::span<const Command> table, std::string_view words) {
    std::vector<std::string_view> next;
    for (const auto& command : table) {
        auto rest = command.name;
        if (!words.empty()) {
            if (!rest.starts_with(words) || rest.size() <= words.size() ||
                rest[words.size()] != ' ') {
                continue;
            }
            rest.remove_prefix(words.size() + 1);
        }
        const auto word = rest.substr(0, rest.find(' '));
        if (std::ranges::find(next, word) == next.end()) {
            next.push_back(word);
        }
    }
    return next;
}

std::vector<std::string_view> groups(std::span<const Command> table) {
    std::vector<std::string_view> names;
    for (const auto word : next_words(table, "")) {
        if (!next_words(table, word).empty()) {
            names.push_back(word);
        }
    }
    return names;
}

// Every option of the command, and those that all commands have.
std::vector<const Option*> options_of(const Command& command) {
    std::vector<const Option*> options;
    for (const auto& option : command.options) {
        options.push_back(&option);
    }
    for (const auto& option : common_options()) {
        options.push_back(&option);
    }
    return options;
}

std::string option_names(const Command& command) {
    std::vector<std::string_view> names;
    for (const auto* option : options_of(command)) {
        names.push_back(option->name);
    }
    return fmt::format("{}", fmt::join(names, " "));
}

std::string bash_script(std::span<const Command> table) {
    std::string script =
        "# gongkai 的 bash 补全：放进 /usr/share/bash-completion/completions/gongkai，\n"
        "# 或在 ~/.bashrc 里写 source <(gongkai completion bash)。\n"
        "_gongkai() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} words\n"
        "    local command=\"${COMP_WORDS[1]} ${COMP_WORDS[2]}\"\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
    script += fmt::format("        words='{}'\n", fmt::join(next_words(table, ""), " "));
    for (const auto group : groups(table)) {
        script += fmt::format(
            "    elif [ \"$COMP_CWORD\" -eq 2 ] && [ \"${{COMP_WORDS[1]}}\" = {} ]; then\n"
            "        words='{}'\n",
            group, fmt::join(next_words(table, group), " "));
    }
    script += "    else\n        case \"$command \" in\n";
    for (const auto& command : table) {
        script += fmt::format("        '{} '*)\n            case \"$last\" in\n", command.name);
        for (const auto& option : command.options) {
            if (!option.choices.empty()) {
                script += fmt::format("            {}) words='{}' ;;\n", option.name,
                                      fmt::join(option.choices, " "));
            } else if (option.takes != Takes::nothing) {
                script += fmt::format("            {}) words= ;;\n", option.name);
            }
        }
        script += fmt::format("            *) words='{}' ;;\n            esac ;;\n",
                              option_names(command));
    }
    script +=
        "        esac\n"
        "    fi\n"
        "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
        "}\n"
        "complete -o default -F _gongkai gongkai\n";
    return script;
}

// Inside single quotes of zsh's _arguments and of fish.
std::string quotable(std::string_view help, std::string_view escaped) {
    std::string text;
    for (const char c : help) {
        if (escaped.find(c) != std::string_view::npos) {
            text += '\\';
        }
        text += c;
    }
    return text;
}

std::string zsh_option(const Option& option) {
    const auto help = quotable(option.help, "[]:");
    const auto many = option.takes == Takes::many ? "*" : "";
    if (option.takes == Takes::nothing) {
        return fmt::format("'{}[{}]'", option.name, help);
    }
    const auto values = option.choices.empty()
                            ? std::string("_files")
                            : fmt::format("({})", fmt::join(option.choices, " "));
    return fmt::format("'{}{}[{}]:{}:{}'", many, option.name, help, option.value_name, values);
}

std::string zsh_script(std::span<const Command> table) {
    std::string script =
        "#compdef gongkai\n"
        "# gongkai 的 zsh 补全：以 _gongkai 为名放进 $fpath 中的一个目录。\n"
        "_gongkai() {\n"
        "    if (( CURRENT == 2 )); then\n"
        "        local -a commands=(\n";
    for (const auto word : next_words(table, "")) {
        const auto found = std::ranges::find(table, word, &Command::name);
        script += fmt::format("            '{}:{}'\n", word,
                              found == table.end() ? "" : quotable(found->summary, ":"));
    }
    script += "        )\n        _describe '命令' commands\n        return\n    fi\n";
    for (const auto group : groups(table)) {
        script += fmt::format(
            "    if (( CURRENT == 3 )) && [[ $words[2] == {} ]]; then\n"
            "        compadd {}\n        return\n    fi\n",
            group, fmt::join(next_words(table, group), " "));
    }
    script += "    case \"$words[2] $words[3] \" in\n";
    for (const auto& command : table) {
        script += fmt::format("    '{} '*)\n        _arguments", command.name);
        for (const auto* option : options_of(command)) {
            script += " \\\n            " + zsh_option(*option);
        }
        script += " \\\n            '*:FILE:_files' ;;\n";
    }
    script += "    esac\n}\n_gongkai \"$@\"\n";
    return script;
}

std::string fish_script(std::span<const Command> table) {
    std::string script =
        "# gongkai 的 fish 补全：放进 ~/.config/fish/completions/gongkai.fish。\n"
        "complete -c gongkai -n __fish_use_subcommand -f\n";
    for (const auto& command : table) {
        const auto words = text::split(command.name, ' ');
        const auto& word = words.back();
        const auto where = words.size() == 1
                               ? std::string("__fish_use_subcommand")
                               : fmt::format(
                                     "__fish_seen_subcommand_from {}; and not "
                                     "__fish_seen_subcommand_from {}",
                                     words[0], fmt::join(next_words(table, words[0]), " "));
        script += fmt::format("complete -c gongkai -n '{}' -f -a {} -d '{}'\n", where, word,
                              quotable(command.summary, "'\\"));
    }
    for (const auto group : groups(table)) {
        script += fmt::format("complete -c gongkai -n __fish_use_subcommand -f -a {}\n", group);
    }
    for (const auto& command : table) {
        const auto words = text::split(command.name, ' ');
        std::string where = fmt::format("__fish_seen_subcommand_from {}", words[0]);
        if (words.size() > 1) {
            where += fmt::format("; and __fish_seen_subcommand_from {}", words[1]);
        }
        for (const auto& option : command.options) {
            std::string values = option.takes == Takes::nothing ? "" : " -r";
            if (!option.choices.empty()) {
                values = fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
            }
            script += fmt::format("complete -c gongkai -n '{}' -l {}{} -d '{}'\n", where,
                                  option.name.substr(2), values, quotable(option.help, "'\\"));
        }
    }
    for (const auto& option : common_options()) {
        script +=
            fmt::format("complete -c gongkai -l {}{} -d '{}'\n", option.name.substr(2),
                        option.takes == Takes::nothing ? "" : " -r", quotable(option.help, "'\\"));
    }
    return script;
}

}  // namespace

std::span<const std::string_view> shell_names() {
    return shells;
}

std::optional<Shell> shell_of(std::string_view name) {
    const auto found = std::ranges::find(shells, name);
    return found == std::end(shells) ? std::nullopt
                                     : std::optional(static_cast<Shell>(found - shells));
}

std::string completion_script(std::span<const Command> table, Shell shell) {
    switch (shell) {
        case Shell::bash:
            return bash_script(table);
        case Shell::zsh:
            return zsh_script(table);
        case Shell::fish:
            return fish_script(table);
    }
    GK_ASSERT(!"a shell");
    return {};
}

}  // namespace gk::cli
