// What is made from the table of commands, for shells and for man.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command.hpp"
#include "cli/completion.hpp"
#include "cli/man_page.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk::cli {
namespace {

using testing::HasSubstr;

TEST(Generated, the_manual_page_is_up_to_date) {
    test::expect_golden("docs/generated/gongkai.1", man_page(commands()));
}

TEST(Generated, every_completion_names_every_command_and_option) {
    EXPECT_EQ(shell_of("ksh"), std::nullopt);
    for (const auto name : shell_names()) {
        const auto script = completion_script(commands(), *shell_of(name));
        for (const auto& command : commands()) {
            const auto last_word = command.name.substr(command.name.rfind(' ') + 1);
            EXPECT_THAT(script, HasSubstr(std::string(last_word))) << name;
            for (const auto& option : command.options) {
                EXPECT_THAT(script, HasSubstr(std::string(option.name.substr(2)))) << name;
            }
        }
    }
}

// What bash offers after these words, asked of bash itself.
std::string offered(const std::string& words, int count) {
    const auto folder = gk::test::binary_folder() / "completion_test";
    std::filesystem::create_directories(folder);
    const auto script = folder / "ask.bash";
    std::ofstream(script) << completion_script(commands(), Shell::bash) << "COMP_WORDS=(" << words
                          << ")\nCOMP_CWORD=" << count << "\n_gongkai\n"
                          << "echo \"${COMPREPLY[*]}\" > \"$0.out\"\n";
    EXPECT_EQ(std::system(("bash '" + script.string() + "'").c_str()), 0);
    return test::read_file(script.string() + ".out");
}

TEST(Generated, bash_completes_commands_subcommands_and_options) {
    EXPECT_THAT(offered("gongkai comp", 1), HasSubstr("completion"));
    EXPECT_EQ(offered("gongkai config d", 2), "dump\n");
    EXPECT_EQ(offered("gongkai config dump --he", 3), "--help\n");
}

}  // namespace
}  // namespace gk::cli
