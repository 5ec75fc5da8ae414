// rulebook: all rules of law as one text.
#include "law/rulebook.hpp"

#include <ostream>

#include "cli/command_groups.hpp"

namespace gk::cli {

namespace {

Exit run_rulebook(const Arguments& /*arguments*/, Context& /*context*/, Streams& streams) {
    streams.out << law::rulebook();
    return Exit::ok;
}

}  // namespace

std::span<const Command> rulebook_commands() {
    static constexpr Command rows[] = {{
        .name = "rulebook",
        .summary = "打印程序所用的全部法律规则，供核对",
        .description =
            "以 Markdown 打印法律文件、期限、收到申请之日、征求意见、收费、不予公开的理由、"
            "办理结果、文书、救济告知、主动公开目录、年度报告格式、勾稽关系，以及条文没有写明时"
            "本系统的理解。",
        .positionals = {},
        .options = {},
        .permission = people::Permission::everyone,
        .run = run_rulebook,
    }};
    return rows;
}

}  // namespace gk::cli
