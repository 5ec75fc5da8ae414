// help, config, completion, man: what the program says about itself.
#include <ostream>

#include "cli/command_groups.hpp"
#include "cli/completion.hpp"
#include "cli/context.hpp"
#include "cli/help.hpp"
#include "cli/man_page.hpp"
#include "cli/parse.hpp"
#include "cli/print_error.hpp"
#include "cli/values.hpp"

namespace gk::cli {

namespace {

Exit run_help(const Arguments& arguments, Context& /*context*/, Streams& streams) {
    std::vector<std::string> words = arguments.all("COMMAND");
    words.emplace_back("--help");
    const std::vector<std::string_view> views(words.begin(), words.end());
    const auto asked = parse(views, commands());
    if (!asked) {
        return fail(asked.error(), streams);
    }
    streams.out << (asked->command != nullptr
                        ? command_page(*asked->command)
                        : overview_page(commands(), asked->arguments.one("COMMAND").value_or("")));
    return Exit::ok;
}

Exit run_config_check(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto config = context.config();
    if (!config) {
        print_error(config.error(), streams.err);
        return Exit::failed;
    }
    const auto& file = (*config)->file;
    streams.out << (file ? "配置无误：" + file->string() : "没有配置文件，全部取默认值。") << '\n';
    return Exit::ok;
}

Exit run_config_dump(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto config = context.config();
    if (!config) {
        return fail(config.error(), streams);
    }
    streams.out << dump_config(**config);
    return Exit::ok;
}

Exit run_completion(const Arguments& arguments, Context& /*context*/, Streams& streams) {
    const auto name = arguments.one("SHELL").value_or("");
    const auto shell = shell_of(name);
    if (!shell) {
        return fail(not_one_of("SHELL", name, shell_names()), streams);
    }
    streams.out << completion_script(commands(), *shell);
    return Exit::ok;
}

Exit run_man(const Arguments& /*arguments*/, Context& /*context*/, Streams& streams) {
    streams.out << man_page(commands());
    return Exit::ok;
}

constexpr Positional help_positionals[] = {
    {.name = "COMMAND", .takes = Takes::many, .help = "要查看的命令。", .is_required = false}};

constexpr Positional completion_positionals[] = {
    {.name = "SHELL", .takes = Takes::one, .help = "bash、zsh 或 fish。"}};

constexpr Command row(std::string_view name, std::string_view summary,
                      std::span<const Positional> positionals,
                      Exit (*run)(const Arguments&, Context&, Streams&)) {
    return {.name = name,
            .summary = summary,
            .description = {},
            .positionals = positionals,
            .options = {},
            .permission = people::Permission::everyone,
            .run = run};
}

constexpr Command rows[] = {
    row("config check", "检查配置文件和环境变量", {}, run_config_check),
    row("config dump", "显示每一项配置现在的值和来处", {}, run_config_dump),
    row("completion", "输出命令行补全脚本", completion_positionals, run_completion),
    row("man", "输出手册页（roff 格式）", {}, run_man),
    row("help", "显示命令的写法", help_positionals, run_help),
};

}  // namespace

std::span<const Command> program_commands() {
    return rows;
}

}  // namespace gk::cli
