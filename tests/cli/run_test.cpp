#include "cli/run.hpp"

#include <sstream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gk::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Outcome {
    int status;
    std::string out;
    std::string err;
};

Outcome gongkai(std::vector<std::string_view> words) {
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{.out = out, .err = err};
    const FixedClock clock(Date(2026, 3, 1));
    const auto status =
        run(words, {.clock = clock, .environment = {}, .operator_name = "tester"}, streams);
    return {status, out.str(), err.str()};
}

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

}  // namespace
}  // namespace gk::cli
