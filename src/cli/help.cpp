#include "cli/help.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace gk::cli {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

// Two columns; the left one is ASCII.
void append_rows(std::string& page, std::string_view title, const Rows& rows) {
    if (rows.empty()) {
        return;
    }
    std::size_t width = 0;
    for (const auto& [left, right] : rows) {
        width = std::max(width, left.size());
    }
    page += fmt::format("\n{}：\n", title);
    for (const auto& [left, right] : rows) {
        page += fmt::format("  {:<{}}  {}\n", left, width, right);
    }
}

Rows option_rows(std::span<const Option> options) {
    Rows rows;
    for (const auto& option : options) {
        rows.emplace_back(usage(option), help_of(option));
    }
    return rows;
}

}  // namespace

std::string version_line() {
    return "gongkai " GONGKAI_VERSION;
}

std::string help_of(const Option& option) {
    std::string help(option.help);
    if (!option.choices.empty()) {
        help += fmt::format("可以写：{}。", fmt::join(option.choices, "、"));
    }
    if (option.is_required) {
        help += "必须写。";
    }
    if (option.takes == Takes::many) {
        help += "可以写多次。";
    }
    return help;
}

std::string usage(const Positional& positional) {
    const auto* dots = positional.takes == Takes::many ? "..." : "";
    return positional.is_required ? fmt::format("{}{}", positional.name, dots)
                                  : fmt::format("[{}{}]", positional.name, dots);
}

std::string_view exit_statuses() {
    return "0 完成；1 答案为否（例如勾稽关系不成立）；"
           "2 无法给出答案（写法有误、文件不可读、系统故障）。";
}

std::string usage(const Option& option) {
    return option.takes == Takes::nothing ? std::string(option.name)
                                          : fmt::format("{} {}", option.name, option.value_name);
}

std::string usage_line(const Command& command) {
    constexpr std::size_t options_shown_max = 4;
    const bool is_long = command.options.size() > options_shown_max;
    std::string line = fmt::format("gongkai {}", command.name);
    for (const auto& option : command.options) {
        const auto* dots = option.takes == Takes::many ? "..." : "";
        if (option.is_required) {
            line += fmt::format(" {}{}", usage(option), dots);
        } else if (!is_long) {
            line += fmt::format(" [{}]{}", usage(option), dots);
        }
    }
    if (is_long) {
        line += " [选项]...";
    }
    for (const auto& positional : command.positionals) {
        line += " " + usage(positional);
    }
    return line;
}

std::string overview_page(std::span<const Command> table, std::string_view group) {
    auto page =
        group.empty()
            ? fmt::format("{} —— 政府信息公开工作平台\n\n用法：gongkai 命令 [选项] [参数]\n",
                          version_line())
            : fmt::format("用法：gongkai {} 子命令 [选项] [参数]\n", group);
    Rows rows;
    for (const auto& command : table) {
        if (group.empty() || command.name.substr(0, command.name.find(' ')) == group) {
            rows.emplace_back(command.name, command.summary);
        }
    }
    append_rows(page, "命令", rows);
    append_rows(page, "所有命令通用的选项", option_rows(common_options()));
    page +=
        fmt::format("\n用“gongkai help 命令”查看一个命令的写法。\n退出状态：{}\n", exit_statuses());
    return page;
}

std::string command_page(const Command& command) {
    auto page = fmt::format("用法：{}\n\n{}。\n", usage_line(command), command.summary);
    if (!command.description.empty()) {
        page += fmt::format("\n{}\n", command.description);
    }
    Rows positionals;
    for (const auto& positional : command.positionals) {
        positionals.emplace_back(usage(positional), positional.help);
    }
    append_rows(page, "参数", positionals);
    append_rows(page, "选项", option_rows(command.options));
    append_rows(page, "所有命令通用的选项", option_rows(common_options()));
    return page;
}

}  // namespace gk::cli
