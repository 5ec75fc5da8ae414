#include "cli/man_page.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/help.hpp"

namespace gk::cli {

namespace {

// roff reads a backslash, and a dot or quote at the beginning of a line, as its own.
std::string roff(std::string_view text) {
    std::string escaped;
    for (const auto line : text::split(text, '\n')) {
        if (!escaped.empty()) {
            escaped += '\n';
        }
        if (line.starts_with('.') || line.starts_with('\'')) {
            escaped += "\\&";
        }
        for (const char c : line) {
            if (c == '\\' || c == '-') {
                escaped += '\\';
            }
            escaped += c == '\\' ? 'e' : c;
        }
    }
    return text::replace_all(std::move(escaped), "\n\n", "\n.PP\n");
}

std::string options_part(std::span<const Option> options) {
    std::string part;
    for (const auto& option : options) {
        part += fmt::format(".TP\n.B {}\n{}\n", roff(usage(option)), roff(help_of(option)));
    }
    return part;
}

}  // namespace

std::string man_page(std::span<const Command> table) {
    auto page = fmt::format(
        ".TH GONGKAI 1 \"\" \"{}\" \"用户命令\"\n.SH 名称\ngongkai \\- 政府信息公开工作平台\n"
        ".SH 概要\n.B gongkai\n.I 命令\n[\\fI选项\\fR] [\\fI参数\\fR]\n.SH 命令\n",
        roff(version_line()));
    for (const auto& command : table) {
        page += fmt::format(".SS {}\n.B {}\n.PP\n{}。\n", roff(command.name),
                            roff(usage_line(command)), roff(command.summary));
        if (!command.description.empty()) {
            page += fmt::format(".PP\n{}\n", roff(command.description));
        }
        for (const auto& positional : command.positionals) {
            page += fmt::format(".TP\n.I {}\n{}\n", roff(usage(positional)), roff(positional.help));
        }
        page += options_part(command.options);
    }
    page += ".SH 通用选项\n" + options_part(common_options());
    page += fmt::format(".SH 退出状态\n{}\n", roff(exit_statuses()));
    page +=
        ".SH 文件\n.TP\n.I gongkai.toml\n当前目录的配置文件。\n"
        ".TP\n.I /etc/gongkai/gongkai.toml\n当前目录没有配置文件时使用。\n"
        ".SH 环境变量\n.TP\n.B GONGKAI_SECTION_KEY\n"
        "代替配置文件中 [section] 的 key，例如 GONGKAI_SERVER_PORT。\n";
    return page;
}

}  // namespace gk::cli
