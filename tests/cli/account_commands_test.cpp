// account create, list, roles, link, end.
#include <boost/json.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/demo/demo_people.hpp"
#include "cli/gongkai.hpp"

namespace gk::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// A data folder with the demonstration town in it.
class AccountCommands : public test::InDataFolder {
protected:
    AccountCommands() { EXPECT_EQ(run({"demo", "--without-year"}).status, 0); }

    [[nodiscard]] test::Outcome create(std::string_view login_name, std::string_view role) const {
        return run({"account", "create", login_name, "--agency", "xigebi", "--name", "张某",
                    "--role", role, "--link"});
    }
};

TEST_F(AccountCommands, make_the_first_administrator_and_a_link_for_the_password) {
    const auto made = create("admin", "system_administrator");
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(made.out, AllOf(HasSubstr("已建立账号 admin。"),
                                HasSubstr("http://127.0.0.1:8080/office/one-time-link#")));
    const auto listed = run({"account", "list", "--agency", "xigebi"});
    EXPECT_THAT(
        listed.out,
        AllOf(HasSubstr("admin  张某  在用，还没有设置密码"),
              HasSubstr(fmt::format("共{}个账号。", demo::demo_login_names("xigebi").size() + 1))));
    const auto roles = run({"account", "roles", "admin"});
    EXPECT_THAT(roles.out, HasSubstr("xigebi system_administrator 系统管理员，2026-03-01起"));
}

TEST_F(AccountCommands, make_nothing_of_an_account_that_cannot_be_made_as_asked) {
    const auto twice = run({"account", "create", "admin", "--agency", "xigebi", "--name", "张某",
                            "--role", "system_administrator", "--role", "clerk"});
    EXPECT_EQ(twice.status, 2);
    EXPECT_THAT(twice.err, HasSubstr("people.role_not_separate"));
    EXPECT_EQ(create("admin", "clerk").status, 0);
    EXPECT_EQ(create("clerk", "clerk").status, 2);
    EXPECT_THAT(create("clerk", "clerk").err, HasSubstr("people.login_name_taken"));
    EXPECT_THAT(create("other", "king").err, HasSubstr("system_administrator"));
}

TEST_F(AccountCommands, list_as_json_what_programs_need_and_no_contact) {
    const auto listed = run({"account", "list", "--json"});
    const auto accounts = boost::json::parse(listed.out).at("accounts").as_array();
    ASSERT_EQ(accounts.size(), demo::demo_login_names().size());
    EXPECT_EQ(boost::json::serialize(accounts.at(0)),
              R"({"login_name":"audit_administrator","display_name":"审计管理员（演示）",)"
              R"("state":"active","has_password":true,"has_second_factor":false})");
    EXPECT_EQ(run({"account", "list", "--agency", "nowhere"}).status, 2);
}

TEST_F(AccountCommands, grant_and_end_roles) {
    const auto changed = run({"account", "roles", "clerk", "--agency", "xigebi", "--end", "clerk",
                              "--grant", "unit_officer", "--unit", "economy", "--reason", "调岗"});
    EXPECT_EQ(changed.status, 0) << changed.err;
    EXPECT_THAT(changed.out, AllOf(HasSubstr("unit_officer 承办单位经办人（economy）"),
                                   Not(HasSubstr("公开工作机构经办人，"))));
    const auto nowhere = run({"account", "roles", "clerk", "--grant", "signatory"});
    EXPECT_THAT(nowhere.err, HasSubstr("cli.option_missing"));
    EXPECT_THAT(run({"account", "roles", "nobody"}).err, HasSubstr("people.account_unknown"));
}

TEST_F(AccountCommands, help_who_forgot_the_password) {
    const auto link = run({"account", "link", "clerk", "--reason", "忘记密码"});
    EXPECT_EQ(link.status, 0) << link.err;
    EXPECT_THAT(link.out, HasSubstr("/office/one-time-link#"));
}

TEST_F(AccountCommands, end_the_sessions_of_an_account_with_a_reason) {
    EXPECT_NE(run({"account", "end-sessions", "clerk"}).status, 0);
    const auto done = run({"account", "end-sessions", "clerk", "--reason", "疑似冒用"});
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr("已结束账号 clerk 的0个登录会话"));
}

TEST_F(AccountCommands, end_an_account_once) {
    EXPECT_EQ(run({"account", "end", "clerk", "--reason", "退休"}).status, 0);
    const auto again = run({"account", "end", "clerk", "--reason", "退休"});
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.err, HasSubstr("people.account_state_wrong"));
    EXPECT_THAT(run({"account", "roles", "clerk"}).out, HasSubstr("至2026-03-01"));
}

TEST_F(AccountCommands, load_the_demonstration_twice_with_the_same_accounts) {
    const auto again = run({"demo", "--without-year"});
    EXPECT_EQ(again.status, 0);
    EXPECT_THAT(again.out, AllOf(HasSubstr("已经有账号：clerk 公开工作机构经办人"),
                                 HasSubstr("演示账号的密码都是 Demo-gongkai-1")));
}

}  // namespace
}  // namespace gk::cli
