#include "cli/parse.hpp"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/context.hpp"

namespace gk::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Exit nothing(const Arguments&, Context&, Streams&) {
    return Exit::ok;
}

constexpr std::string_view channels[] = {"counter", "fax"};
constexpr Option count_options[] = {
    {.name = "--channel",
     .takes = Takes::one,
     .value_name = "CHANNEL",
     .help = "",
     .choices = channels},
    {.name = "--consult", .takes = Takes::many, .value_name = "KIND,SENT", .help = ""},
    {.name = "--json", .takes = Takes::nothing, .value_name = {}, .help = ""},
};
constexpr Option need_options[] = {
    {.name = "--agency",
     .takes = Takes::one,
     .value_name = "CODE",
     .help = "机关代码。",
     .is_required = true},
};
constexpr Positional one_then_many[] = {
    {.name = "YEAR", .takes = Takes::one, .help = "年度。"},
    {.name = "FILE", .takes = Takes::many, .help = "文件。"},
};
constexpr Command table[] = {
    {"count", "计数", "", {}, count_options, people::Permission::everyone, nothing},
    {"report need", "需要", "", {}, need_options, people::Permission::everyone, nothing},
    {"report read", "读", "", one_then_many, {}, people::Permission::everyone, nothing},
};

Result<Invocation> typed(std::vector<std::string_view> words) {
    return parse(words, table);
}

std::vector<std::string> codes(const Error& error) {
    std::vector<std::string> all;
    for (const auto& problem : error.problems()) {
        all.push_back(problem.code);
    }
    return all;
}

TEST(Parse, takes_a_value_after_a_space_or_an_equals_sign) {
    EXPECT_EQ(typed({"count", "--channel", "fax"})->arguments.one("--channel"), "fax");
    EXPECT_EQ(typed({"count", "--channel=fax"})->arguments.one("--channel"), "fax");
    EXPECT_EQ(typed({"count", "--consult="})->arguments.one("--consult"), "");
}

TEST(Parse, keeps_the_order_of_an_option_given_several_times) {
    EXPECT_THAT(typed({"count", "--consult", "b", "--consult", "a"})->arguments.all("--consult"),
                ElementsAre("b", "a"));
}

TEST(Parse, finds_commands_of_two_words) {
    EXPECT_EQ(typed({"report", "read", "2023", "f"})->command->name, "report read");
}

TEST(Parse, gives_the_last_positional_all_that_is_left) {
    const auto read = typed({"report", "read", "2023", "a", "--", "--odd"});
    EXPECT_EQ(read->arguments.one("YEAR"), "2023");
    EXPECT_THAT(read->arguments.all("FILE"), ElementsAre("a", "--odd"));
}

TEST(Parse, takes_the_common_options_anywhere) {
    EXPECT_EQ(typed({"--config", "a.toml", "count"})->config_file, "a.toml");
    EXPECT_EQ(typed({"count", "--config=b.toml"})->config_file, "b.toml");
    EXPECT_TRUE(typed({"report", "--help"})->wants_help);
    EXPECT_TRUE(typed({"report", "need", "-h"})->wants_help);
    EXPECT_TRUE(typed({"--version"})->wants_version);
}

TEST(Parse, suggests_the_command_that_was_meant) {
    const auto error = typed({"cuont"}).error();
    EXPECT_EQ(error.first().code, "cli.unknown_command");
    EXPECT_THAT(error.first().hint, HasSubstr("“count”"));
    EXPECT_THAT(typed({"report", "raed"}).error().first().hint, HasSubstr("“report read”"));
    EXPECT_THAT(typed({"xyzzyx"}).error().first().hint, HasSubstr("gongkai help"));
}

TEST(Parse, lists_the_second_words_of_an_incomplete_command) {
    const auto error = typed({"report"}).error();
    EXPECT_EQ(error.first().code, "cli.incomplete_command");
    EXPECT_THAT(error.first().hint, HasSubstr("report need、report read"));
}

TEST(Parse, suggests_the_option_that_was_meant) {
    const auto error = typed({"count", "--chanel", "fax"}).error();
    EXPECT_EQ(error.first().code, "cli.unknown_option");
    EXPECT_THAT(error.first().hint, HasSubstr("“--channel”"));
    EXPECT_EQ(error.first().field, "--chanel");
    EXPECT_EQ(typed({"--json", "count"}).error().first().code, "cli.unknown_option");
}

TEST(Parse, a_misspelt_option_takes_its_value_along) {
    const auto error = typed({"report", "need", "--agenci", "xigebi"}).error();
    EXPECT_THAT(codes(error), ElementsAre("cli.unknown_option"));
}

TEST(Parse, answers_all_problems_at_once) {
    const auto error =
        typed({"count", "--channel", "telex", "--json=1", "--consult", "--json", "more"}).error();
    EXPECT_THAT(codes(error), ElementsAre("cli.not_a_choice", "cli.option_takes_no_value",
                                          "cli.option_without_value", "cli.argument_extra"));
}

TEST(Parse, refuses_a_single_option_given_twice) {
    EXPECT_EQ(typed({"count", "--channel", "fax", "--channel", "fax"}).error().first().code,
              "cli.option_repeated");
    EXPECT_EQ(typed({"--config", "a", "--config", "b"}).error().first().code,
              "cli.option_repeated");
}

TEST(Parse, asks_for_what_must_be_given) {
    const auto error = typed({"report", "need"}).error();
    EXPECT_EQ(error.first().code, "cli.option_missing");
    EXPECT_EQ(error.first().hint, "机关代码。");
    EXPECT_THAT(codes(typed({"report", "read"}).error()),
                ElementsAre("cli.argument_missing", "cli.argument_missing"));
    EXPECT_EQ(typed({"count", "--config"}).error().first().code, "cli.option_without_value");
}

}  // namespace
}  // namespace gk::cli
