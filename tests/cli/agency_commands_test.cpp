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

TEST_F(AgencyCommands, show_and_change_what_the_agency_lays_down) {
    ASSERT_EQ(run({"agency", "create", "qingshi", "--name", "青石县人民政府", "--level", "county"})
                  .status,
              0);
    const auto before = run({"agency", "settings", "qingshi"});
    EXPECT_EQ(before.out,
              "期限提示：剩5个工作日起黄灯，剩0个工作日起红灯。\n"
              "到期提醒：剩5、3、1、0个工作日时各一次。\n"
              "逾期上报：逾期1个工作日报公开工作机构负责人。\n"
              "邮件和短信：工作日08:30至20:00发送。\n"
              "平常信函：以双方确认之日为收到之日。\n"
              "互联网渠道：以双方确认之日为收到之日。\n"
              "传真：以双方确认之日为收到之日。\n"
              "休息日收到的：当日视为收到，其后第一个工作日起算。\n"
              "年度报告表四：本年度审结和年末尚未审结的全部案件。\n");
    const auto after =
        run({"agency", "settings", "qingshi", "--soon-from", "8", "--remind-at", "7,2",
             "--escalate-to", "deputy_leader", "--sends-from", "09:00", "--sends-on", "every-day",
             "--internet", "submission", "--rest-day", "moves", "--remedies", "filed-in-year"});
    EXPECT_EQ(after.status, 0) << after.err;
    EXPECT_THAT(after.out, HasSubstr("剩8个工作日起黄灯"));
    EXPECT_THAT(after.out, HasSubstr("剩7、2个工作日时各一次"));
    EXPECT_THAT(after.out, HasSubstr("报分管领导"));
    EXPECT_THAT(after.out, HasSubstr("每天09:00至20:00发送"));
    EXPECT_THAT(after.out, HasSubstr("互联网渠道：以提交之日为收到之日"));
    EXPECT_THAT(after.out, HasSubstr("平常信函：以双方确认之日为收到之日"));
    EXPECT_THAT(after.out, HasSubstr("视为下一个工作日收到"));
    EXPECT_THAT(after.out, HasSubstr("只计本年度受理、立案的案件"));
    EXPECT_EQ(run({"agency", "settings", "qingshi"}).out, after.out);
    EXPECT_THAT(run({"agency", "settings", "qingshi", "--sends-from", "9"}).err,
                HasSubstr("cli.not_a_time"));
    EXPECT_THAT(run({"agency", "settings", "qingshi", "--remind-at", "5,x"}).err,
                HasSubstr("cli.not_a_number"));
    EXPECT_THAT(run({"agency", "settings", "qingshi", "--red-from", "9"}).err,
                HasSubstr("notify.light_days_invalid"));
    EXPECT_EQ(run({"agency", "settings", "qingshi"}).out, after.out);
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
