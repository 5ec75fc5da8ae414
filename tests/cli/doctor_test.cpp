#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/gongkai.hpp"

namespace gk::cli {
namespace {

using test::data_in;
using test::gongkai;
using testing::AllOf;
using testing::HasSubstr;

TEST(Doctor, finds_a_new_data_folder_fine) {
    const test::Folder folder;
    const auto outcome = gongkai({"doctor"}, data_in(folder));
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("正常  配置"), HasSubstr("正常  数据目录"),
                                   HasSubstr("正常  数据库：SQLite"), HasSubstr("数据库结构"),
                                   HasSubstr("正常  工作日历：已有2026年的放假安排。")));
}

TEST(Doctor, asks_for_next_years_calendar_in_december) {
    const test::Folder folder;
    const auto outcome = gongkai({"doctor"}, data_in(folder), Date(2190, 12, 1));
    EXPECT_THAT(outcome.out, HasSubstr("注意  工作日历：还没有2191年的放假安排"));
}

TEST(Doctor, says_what_is_wrong_with_the_configuration) {
    const auto outcome = gongkai({"doctor"}, {{"GONGKAI_SERVER_PORT", "many"}});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, HasSubstr("有误  配置：环境变量 GONGKAI_SERVER_PORT"));
}

TEST(Doctor, says_that_a_database_cannot_be_opened) {
    const test::Folder folder;
    std::ofstream(folder.path() / "gongkai.db") << "this is no database, whatever its name says";
    const auto outcome = gongkai({"doctor"}, data_in(folder));
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, HasSubstr("有误  数据库"));
}

TEST(Doctor, says_that_the_calendar_folder_is_not_there) {
    const test::Folder folder;
    auto environment = data_in(folder);
    environment["GONGKAI_CALENDAR_FOLDER"] = (folder.path() / "none").string();
    const auto outcome = gongkai({"doctor"}, environment);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, HasSubstr("有误  工作日历"));
}

TEST(Doctor, says_by_which_cookie_people_sign_in) {
    const test::Folder folder;
    auto environment = data_in(folder);
    EXPECT_THAT(gongkai({"doctor"}, environment).out,
                HasSubstr("注意  工作人员登录：没有可信的反向代理"));
    environment["GONGKAI_SERVER_TRUSTED_PROXIES"] = "127.0.0.1";
    EXPECT_THAT(gongkai({"doctor"}, environment).out, HasSubstr("正常  工作人员登录"));
}

}  // namespace
}  // namespace gk::cli
