#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/gongkai.hpp"

namespace gk::cli {
namespace {

using testing::HasSubstr;

class AgencyCommands : public test::InDataFolder {};

TEST_F(AgencyCommands, register_the_first_agency_and_those_below_it) {
    const auto first =
        run({"agency", "create", "qingshi", "--name", "青石县人民政府", "--level", "county"});
    EXPECT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("已登记：青石县人民政府（qingshi）。"));
    EXPECT_EQ(run({"agency", "create", "liulin", "--name", "青石县柳林镇人民政府", "--short-name",
                   "柳林镇", "--level", "township", "--parent", "qingshi"})
                  .status,
              0);
    EXPECT_EQ(run({"agency", "list"}).out,
              "liulin  township  青石县柳林镇人民政府\nqingshi  county  青石县人民政府\n");
}

TEST_F(AgencyCommands, put_an_agency_under_another_parent_with_the_reason) {
    for (const std::string_view code : {"qingshi", "baishi"}) {
        EXPECT_EQ(run({"agency", "create", code, "--name", code, "--level", "county"}).status, 0);
    }
    EXPECT_EQ(run({"agency", "create", "liulin", "--name", "柳林镇", "--level", "township",
                   "--parent", "qingshi"})
                  .status,
              0);
    const auto moved = run({"agency", "move", "liulin", "--parent", "baishi", "--reason",
                            "区划调整（示例〔2026〕1号）"});
    EXPECT_EQ(moved.status, 0) << moved.err;
    EXPECT_EQ(moved.out, "已调整：柳林镇（liulin）的上级机关是 baishi。\n");
    const auto again = run({"agency", "move", "liulin", "--parent", "baishi", "--reason", "再次"});
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.err, HasSubstr("people.agency_parent_wrong"));
    EXPECT_THAT(
        run({"agency", "move", "liulin", "--parent", "qingshi", "--reason", "x", "--on", "昨天"})
            .err,
        HasSubstr("cli.not_a_date"));
    EXPECT_THAT(run({"agency", "move", "liulin", "--parent", "qingshi"}).err,
                HasSubstr("--reason"));
}

TEST_F(AgencyCommands, say_what_is_wrong) {
    EXPECT_THAT(
        run({"agency", "create", "青石", "--name", "青石县人民政府", "--level", "county"}).err,
        HasSubstr("people.agency_code_invalid"));
    EXPECT_THAT(
        run({"agency", "create", "qingshi", "--name", "青石县人民政府", "--level", "town"}).err,
        HasSubstr("cli.not_a_choice"));
}

}  // namespace
}  // namespace gk::cli
