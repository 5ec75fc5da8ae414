#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command.hpp"
#include "cli/gongkai.hpp"

namespace gk::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

using test::gongkai;

TEST(Run, says_its_version) {
    const auto outcome = gongkai({"--version"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.out, StartsWith("gongkai "));
}

TEST(Run, without_a_command_shows_the_help_as_an_error) {
    const auto outcome = gongkai({});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("用法：gongkai"));
}

TEST(Run, help_lists_every_command_and_shows_one) {
    const auto all = gongkai({"help"});
    EXPECT_EQ(all.status, 0);
    for (const auto& command : commands()) {
        EXPECT_THAT(all.out, HasSubstr(std::string(command.name)));
        const auto page = gongkai({"help", command.name.substr(0, command.name.find(' '))});
        EXPECT_EQ(page.status, 0) << command.name;
    }
    EXPECT_EQ(gongkai({"help", "help"}).out, gongkai({"help", "--help"}).out);
    EXPECT_EQ(gongkai({"help", "hepl"}).status, 2);
}

TEST(Run, a_problem_is_shown_in_chinese_with_its_code_and_what_to_do) {
    const auto outcome = gongkai({"hepl"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.err,
              "错误：没有命令“hepl”。（cli.unknown_command）\n  办法：您是不是要写“help”？\n");
}

TEST(Run, config_check_says_which_file_is_right_and_which_key_is_wrong) {
    const test::Folder folder;
    const auto file = (folder.path() / "gongkai.toml").string();
    std::ofstream(file) << "[server]\nport = 8081\n";
    EXPECT_EQ(gongkai({"config", "check", "--config", file}).out, "配置无误：" + file + "\n");
    EXPECT_THAT(gongkai({"config", "dump", "--config", file}).out, HasSubstr("port = 8081  # "));
    std::ofstream(file) << "[server]\nprot = 8081\n";
    const auto wrong = gongkai({"config", "check", "--config", file});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.err, HasSubstr("办法：您是不是要写“port”？"));
    EXPECT_EQ(gongkai({"config", "dump", "--config", file}).status, 2);
}

TEST(Run, completion_takes_the_shells_that_it_knows) {
    EXPECT_THAT(gongkai({"completion", "fish"}).out, HasSubstr("complete -c gongkai"));
    EXPECT_THAT(gongkai({"completion", "ksh"}).err, HasSubstr("可以写：bash、zsh、fish。"));
    EXPECT_THAT(gongkai({"man"}).out, StartsWith(".TH GONGKAI 1"));
}

}  // namespace
}  // namespace gk::cli
