#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/account_flow.hpp"
#include "people/account_service.hpp"
#include "people/desk.hpp"

namespace gk::people {
namespace {

using testing::ElementsAre;

TEST(LoginName, is_made_of_few_letters_and_compared_without_their_width_or_case) {
    for (const auto* name : {"zhang", "zhang.san", "z9", "a-b_c"}) {
        EXPECT_TRUE(is_login_name(name)) << name;
    }
    for (const auto* name : {"", "z", "9z", "Zhang", "张三", "zhang san", "user:zhang"}) {
        EXPECT_FALSE(is_login_name(name)) << name;
    }
    EXPECT_EQ(normalised_login_name(" Ｚhang.San　"), "zhang.san");
}

class Accounts : public AccountTest {
protected:
    // Of the system administrator of that agency.
    static Actor administrator(Id<Agency> agency) {
        return {.name = "user:admin",
                .account = Id<Account>{9999},
                .held_roles = {{.role = Role::system_administrator, .agency = agency}}};
    }
};

GK_ON_BOTH_DATABASES(Accounts);

// What stands in the way of each action, in their order.
std::vector<std::string> obstacles(const Account& account, const Actor& actor) {
    std::vector<std::string> found;
    for (const auto& [action, obstacle] : available_actions(account, actor)) {
        found.push_back(std::string(key(action)) + " " +
                        (obstacle ? obstacle->first().code : "yes"));
    }
    return found;
}

TEST(AccountFlow, offers_to_each_administrator_what_is_its_own_to_do) {
    Account account;
    account.id = Id<Account>{7};
    account.agency = Id<Agency>{1};
    Actor actor{.name = "user:admin", .account = Id<Account>{9}};
    const std::string no = "people.not_permitted";
    actor.held_roles = {{.role = Role::system_administrator, .agency = account.agency}};
    EXPECT_THAT(obstacles(account, actor),
                ElementsAre("change yes", "issue_link yes", "lock yes",
                            "unlock people.account_state_wrong", "end yes", "assign_role " + no,
                            "reset_second_factor " + no, "end_sessions " + no, "hand_over " + no));
    actor.held_roles = {{.role = Role::security_administrator, .agency = account.agency}};
    EXPECT_THAT(
        obstacles(account, actor),
        ElementsAre("change " + no, "issue_link " + no, "lock " + no, "unlock " + no, "end " + no,
                    "assign_role yes", "reset_second_factor people.second_factor_none",
                    "end_sessions yes", "hand_over yes"));
    account.second_factor_since = noon;
    EXPECT_TRUE(permit(AccountAction::reset_second_factor, account, actor).has_value());
    actor.held_roles.front().agency = Id<Agency>{2};
    for (const auto action : account_actions()) {
        EXPECT_EQ(refusal_of(permit(action, account, actor)), no);
    }
}

TEST(AccountFlow, goes_by_the_state_of_the_account_and_keeps_hands_off_the_own_one) {
    Account account;
    account.id = Id<Account>{7};
    account.second_factor_since = noon;
    auto actor = operator_named("cli:root");
    const std::string wrong = "people.account_state_wrong";
    account.state = AccountState::locked;
    EXPECT_EQ(refusal_of(permit(AccountAction::issue_link, account, actor)), wrong);
    EXPECT_EQ(refusal_of(permit(AccountAction::lock, account, actor)), wrong);
    EXPECT_EQ(refusal_of(permit(AccountAction::unlock, account, actor)), "done");
    EXPECT_EQ(refusal_of(permit(AccountAction::assign_role, account, actor)), "done");
    account.state = AccountState::ended;
    for (const auto action : account_actions()) {
        EXPECT_EQ(refusal_of(permit(action, account, actor)), wrong) << key(action);
    }
    account.state = AccountState::active;
    actor.account = account.id;
    for (const auto action : account_actions()) {
        EXPECT_EQ(refusal_of(permit(action, account, actor)),
                  action == AccountAction::change ? "done" : "people.account_own")
            << key(action);
    }
    EXPECT_EQ(account_action_of("hand_over"), AccountAction::hand_over);
    EXPECT_EQ(account_action_of("fly"), std::nullopt);
}

TEST_P(Accounts, are_made_with_sealed_contacts_and_found_again) {
    const Contact contact{.email = "zhang@example.cn", .phone = "0993-6010000"};
    const auto made = create_account(desk(),
                                     {.login_name = "Zhang",
                                      .display_name = " 张某 ",
                                      .agency_code = "xigebi",
                                      .contact = contact},
                                     operating(), noon);
    ASSERT_TRUE(made.has_value());
    const auto found = find_account_named(database(), "ZHANG", operating());
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->public_id, made->public_id);
    EXPECT_EQ(found->login_name, "zhang");
    EXPECT_EQ(found->display_name, "张某");
    EXPECT_EQ(found->state, AccountState::active);
    EXPECT_EQ(found->created_at, noon);
    EXPECT_EQ(found->password_changed_at, std::nullopt);
    const auto opened = contact_of(desk(), made->id, operating());
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(*opened, contact);
    EXPECT_EQ(refusal_of(contact_of(desk(), made->id, everyone())), "people.not_permitted");
}

TEST_P(Accounts, are_refused_with_all_their_problems_at_once) {
    const auto refused = create_account(desk(),
                                        {.login_name = "张",
                                         .display_name = "",
                                         .agency_code = "xigebi",
                                         .contact = {.email = "nothing", .phone = "call me"}},
                                        operating(), noon);
    EXPECT_EQ(refusal_of(refused),
              "people.login_name_invalid login_name, people.display_name_blank display_name, "
              "people.email_invalid email, people.phone_invalid phone");
}

TEST_P(Accounts, keep_their_login_name_even_when_ended) {
    const auto zhang = bare_account("zhang");
    ASSERT_TRUE(end_account(desk(), zhang.public_id, "退休", operating(), noon).has_value());
    const auto second = create_account(
        desk(),
        {.login_name = "zhang", .display_name = "李某", .agency_code = "xigebi", .contact = {}},
        operating(), noon);
    EXPECT_EQ(refusal_of(second), "people.login_name_taken login_name");
}

TEST_P(Accounts, of_an_agency_are_those_of_its_administrators_alone) {
    const auto zhang = bare_account("zhang", "xigebi");
    const auto other = bare_account("wang", "sidaohezi");
    const auto admin = administrator(zhang.agency);
    const auto listed = list_accounts(database(), {}, admin);
    ASSERT_TRUE(listed.has_value());
    ASSERT_EQ(listed->size(), 1U);
    EXPECT_EQ(listed->front().login_name, "zhang");
    EXPECT_EQ(refusal_of(find_account(database(), other.public_id, admin)),
              "people.account_unknown");
    EXPECT_EQ(refusal_of(find_account_named(database(), "wang", admin)), "people.account_unknown");
    EXPECT_EQ(refusal_of(lock_account(desk(), other.public_id, "核实", admin, noon)),
              "people.account_unknown");
    EXPECT_EQ(refusal_of(issue_link(desk(), other.public_id, "忘记", admin, noon)),
              "people.account_unknown");
    const auto made = create_account(
        desk(),
        {.login_name = "li", .display_name = "李某", .agency_code = "sidaohezi", .contact = {}},
        admin, noon);
    EXPECT_EQ(refusal_of(made), "people.agency_unknown agency");
    EXPECT_EQ(refusal_of(list_accounts(database(), {.agency_code = "sidaohezi"}, admin)),
              "people.agency_unknown");
    EXPECT_EQ(refusal_of(list_accounts(database(), {}, everyone())), "people.not_permitted");
    EXPECT_EQ(refusal_of(create_account(desk(), {}, everyone(), noon)), "people.not_permitted");
}

TEST_P(Accounts, are_seen_but_not_changed_by_who_assigns_roles) {
    const auto zhang = bare_account("zhang");
    Actor security{.name = "user:security",
                   .account = Id<Account>{9998},
                   .held_roles = {{.role = Role::security_administrator, .agency = zhang.agency}}};
    EXPECT_EQ(refusal_of(find_account(database(), zhang.public_id, security)), "done");
    EXPECT_EQ(refusal_of(lock_account(desk(), zhang.public_id, "核实", security, noon)),
              "people.not_permitted");
}

TEST_P(Accounts, are_found_by_words_state_and_agency) {
    bare_account("zhang");
    bare_account("wang", "sidaohezi");
    const auto li = bare_account("li");
    ASSERT_TRUE(lock_account(desk(), li.public_id, "核实", operating(), noon).has_value());
    const auto names = [&](const AccountFilter& filter) {
        std::vector<std::string> found;
        const auto listed = list_accounts(database(), filter, operating());
        for (const auto& each : *listed) {
            found.push_back(each.login_name);
        }
        return found;
    };
    EXPECT_THAT(names({.words = "ANG"}), ElementsAre("wang", "zhang"));
    EXPECT_THAT(names({.words = "张"}), ElementsAre("li", "wang", "zhang"));
    EXPECT_THAT(names({.state = AccountState::locked}), ElementsAre("li"));
    EXPECT_THAT(names({.agency_code = "sidaohezi"}), ElementsAre("wang"));
}

TEST_P(Accounts, are_changed_by_one_who_has_seen_what_is_there) {
    const auto zhang = bare_account("zhang");
    AccountChange change;
    change.display_name = "张某某";
    const auto changed = change_account(desk(), zhang.public_id, 1, change, operating(), noon);
    ASSERT_TRUE(changed.has_value());
    EXPECT_EQ(changed->version, 2);
    EXPECT_EQ(refusal_of(change_account(desk(), zhang.public_id, 1, change, operating(), noon)),
              "people.account_stale");
    EXPECT_EQ(find_account(database(), zhang.public_id, operating())->display_name, "张某某");
}

TEST_P(Accounts, go_from_state_to_state_with_a_reason) {
    const auto zhang = bare_account("zhang");
    const auto id = zhang.public_id;
    EXPECT_EQ(refusal_of(lock_account(desk(), id, "", operating(), noon)),
              "people.reason_blank reason");
    EXPECT_EQ(refusal_of(unlock_account(desk(), id, "x", operating(), noon)),
              "people.account_state_wrong");
    EXPECT_EQ(refusal_of(lock_account(desk(), id, "核实", operating(), noon)), "done");
    EXPECT_EQ(refusal_of(unlock_account(desk(), id, "无误", operating(), noon)), "done");
    EXPECT_EQ(refusal_of(end_account(desk(), id, "退休", operating(), noon)), "done");
    EXPECT_EQ(refusal_of(end_account(desk(), id, "退休", operating(), noon)),
              "people.account_state_wrong");
    EXPECT_EQ(refusal_of(change_account(desk(), id, 4, {}, operating(), noon)),
              "people.account_state_wrong");
    EXPECT_THAT(trail_of("account", id),
                ElementsAre("account.create cli:root", "account.lock cli:root",
                            "account.unlock cli:root", "account.end cli:root"));
}

TEST_P(Accounts, are_not_locked_or_helped_by_their_own_holder) {
    const auto zhang = bare_account("zhang");
    auto own = administrator(zhang.agency);
    own.account = zhang.id;
    EXPECT_EQ(refusal_of(lock_account(desk(), zhang.public_id, "核实", own, noon)),
              "people.account_own");
    EXPECT_EQ(refusal_of(issue_link(desk(), zhang.public_id, "忘记", own, noon)),
              "people.account_own");
}

}  // namespace
}  // namespace gk::people
