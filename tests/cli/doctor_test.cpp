#include <filesystem>
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
using testing::Not;

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

class DoctorOfOperation : public test::InDataFolder {};

TEST_F(DoctorOfOperation, asks_for_a_backup_until_there_is_a_fresh_one) {
    EXPECT_THAT(run({"doctor"}).out, HasSubstr("注意  备份：还没有做过。"));
    ASSERT_EQ(run({"backup", "create"}).status, 0);
    EXPECT_THAT(run({"doctor"}).out, HasSubstr("正常  备份：最近一次是 2026-03-01 12:00。"));
    EXPECT_THAT(gongkai({"doctor"}, data_in(folder_), Date(2026, 3, 8)).out,
                HasSubstr("正常  备份"));
    EXPECT_THAT(gongkai({"doctor"}, data_in(folder_), Date(2026, 3, 9)).out,
                HasSubstr("注意  备份：最近一次是 2026-03-01 12:00，已过8天。"));
}

TEST_F(DoctorOfOperation, tells_of_folders_that_others_may_enter) {
    std::filesystem::permissions(folder_.path(), std::filesystem::perms::owner_all);
    EXPECT_THAT(run({"doctor"}).out, Not(HasSubstr("目录权限")));
    const auto keys = folder_.path() / "keys";
    std::filesystem::create_directory(keys);
    std::filesystem::permissions(
        keys, std::filesystem::perms::owner_all | std::filesystem::perms::others_exec);
    EXPECT_THAT(run({"doctor"}).out,
                HasSubstr("注意  目录权限：本机其他用户可以进入 " + keys.string()));
}

TEST_F(DoctorOfOperation, opens_the_site_only_by_https_and_when_it_is_told_to) {
    const auto plain = run({"doctor", "--url", "http://127.0.0.1:1"});
    EXPECT_EQ(plain.status, 1);
    EXPECT_THAT(plain.out, HasSubstr("有误  网站地址：http://127.0.0.1:1 不是 https 地址。"));
    const auto closed = run({"doctor", "--url", "https://127.0.0.1:1"});
    EXPECT_EQ(closed.status, 1);
    EXPECT_THAT(closed.out, HasSubstr("有误  网站地址：https://127.0.0.1:1 打不开"));
}

}  // namespace
}  // namespace gk::cli
