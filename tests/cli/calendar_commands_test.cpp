// calendar list, calendar load, daily run, and what rebuild counts by.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/service.hpp"
#include "calendar/load.hpp"
#include "cli/gongkai.hpp"
#include "people/service.hpp"
#include "store/database.hpp"

namespace gk::cli {
namespace {

using test::data_in;
using test::gongkai;
using testing::AllOf;
using testing::HasSubstr;

class CalendarCommands : public test::InDataFolder {
protected:
    CalendarCommands() {
        EXPECT_EQ(run({"keys", "create"}).status, 0);
        EXPECT_EQ(run({"demo", "--without-year"}).status, 0);
        std::ofstream(circular_) << "year = 2026\n[[source]]\ntitle = \"补充通知\"\n"
                                    "[[holiday]]\nname = \"某节\"\noff = [2026-03-17]\n";
    }

    // On 2026-03-02, at the counter; last day for the reply 2026-03-30.
    void register_case() {
        const auto database =
            store::Database::open({.address = (folder_.path() / "gongkai.db").string()});
        const auto ring = people::load_key_ring(folder_.path() / "keys");
        const auto calendar = calendar::load(std::nullopt);
        const auto agency = people::find_agency(*database, "xigebi");
        const Date on(2026, 3, 2);
        const people::Actor clerk{
            .name = "user:clerk",
            .account = Id<people::Account>{1},
            .held_roles = {{.role = people::Role::clerk, .agency = agency->id}}};
        const application::NewApplication given{
            .agency_code = "xigebi",
            .applicant = {.name = "申请人甲",
                          .identity_number = "11010519491231002X",
                          .contact = {.phone = "13800138000", .address = "某某路1号"}},
            .wanted = {.title = "某项目资金使用情况"}};
        EXPECT_TRUE(application::register_application({*database, *ring, *calendar}, given,
                                                      {.on = on, .channel = law::Channel::counter},
                                                      application::new_query_code(), "", clerk,
                                                      FixedClock(on).now())
                        .has_value());
    }

    [[nodiscard]] test::Outcome run_on(Date day, const std::vector<std::string_view>& words) const {
        return gongkai(words, data_in(folder_), day);
    }

    std::string circular_ = (folder_.path() / "more.toml").string();
    const Date day_ = Date(2026, 3, 5);
};

TEST_F(CalendarCommands, show_what_a_circular_moves_before_it_is_loaded) {
    register_case();
    const auto shown = run_on(day_, {"calendar", "load", circular_});
    EXPECT_EQ(shown.status, 0);
    EXPECT_THAT(shown.out, AllOf(HasSubstr("xigebi-2026-0001  答复期限 2026-03-30 → 2026-03-31"),
                                 HasSubstr("将有1项期限变动。没有载入")));
    EXPECT_THAT(run_on(day_, {"calendar", "list"}).out, Not(HasSubstr("more.toml")));

    const auto loaded = run_on(day_, {"calendar", "load", circular_, "--keep"});
    EXPECT_EQ(loaded.status, 0);
    EXPECT_THAT(loaded.out, HasSubstr("已载入，1项期限随之变动。"));
    EXPECT_THAT(run_on(day_, {"calendar", "list"}).out,
                AllOf(HasSubstr("2026年"), HasSubstr("补充通知"),
                      HasSubstr("载入的文件：more.toml  2026-03-05 12:00  cli:tester")));
    // Whoever counts later counts by it too.
    EXPECT_THAT(run_on(day_, {"rebuild"}).out, HasSubstr("核对1件申请，更新0件"));
    EXPECT_THAT(run_on(day_, {"daily", "run"}).out,
                HasSubstr("0件申请有期限已过，0项期限随工作日历变动。"));
}

TEST_F(CalendarCommands, refuse_a_file_with_mistakes) {
    std::ofstream(circular_) << "year = 2026\nyears = 1\n";
    EXPECT_THAT(run({"calendar", "load", circular_, "--keep"}).err,
                HasSubstr("calendar.unknown_key"));
    EXPECT_EQ(run({"calendar", "load", "nowhere.toml"}).status, 2);
}

TEST_F(CalendarCommands, make_the_daily_round_that_doctor_asks_for) {
    EXPECT_THAT(run_on(day_, {"doctor"}).out, HasSubstr("注意  每日处理：还没有做过。"));
    EXPECT_EQ(run_on(day_, {"daily", "run"}).status, 0);
    EXPECT_THAT(run_on({2026, 3, 6}, {"doctor"}).out,
                HasSubstr("正常  每日处理：最近一次是 2026-03-05 12:00。"));
    EXPECT_THAT(run_on({2026, 3, 7}, {"doctor"}).out,
                HasSubstr("注意  每日处理：最近一次是 2026-03-05 12:00。"));
}

TEST_F(CalendarCommands, tell_doctor_of_a_year_that_was_loaded) {
    const Date december(2100, 12, 1);
    EXPECT_THAT(run_on(december, {"doctor"}).out, HasSubstr("注意  工作日历：还没有2101年"));
    std::ofstream(circular_) << "year = 2101\n[[source]]\ntitle = \"通知\"\n";
    ASSERT_EQ(run({"calendar", "load", circular_, "--keep"}).status, 0);
    EXPECT_THAT(run_on(december, {"doctor"}).out,
                HasSubstr("正常  工作日历：已有2101年的放假安排。"));
}

}  // namespace
}  // namespace gk::cli
