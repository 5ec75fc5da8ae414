// help: what the program says about itself.
#include <ostream>

#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/errors.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/print_error.hpp"

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

constexpr Positional help_positionals[] = {
    {.name = "COMMAND", .takes = Takes::many, .help = "要查看的命令。", .is_required = false}};

constexpr Command rows[] = {
    {.name = "help",
     .summary = "显示命令的写法",
     .description = {},
     .positionals = help_positionals,
     .options = {},
     .permission = people::Permission::everyone,
     .run = run_help},
};

}  // namespace

std::span<const Command> program_commands() {
    return rows;
}

}  // namespace gk::cli
