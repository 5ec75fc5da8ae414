#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/delegation_service.hpp"
#include "people/desk.hpp"
#include "people/role_service.hpp"
#include "people/service.hpp"

namespace gk::people {
namespace {

using std::chrono::hours;
using testing::ElementsAre;

const Date today = noon.date();

constexpr Moment on_day(int days) {
    return later(hours(24 * days));
}

class Roles : public AccountTest {
protected:
    NewHolding holding(const Account& account, Role role, const std::string& agency = "xigebi") {
        return {.account_id = account.public_id,
                .role = role,
                .agency_code = agency,
                .valid_from = today};
    }

    RoleHolding grant(const Account& account, Role role, const std::string& agency = "xigebi") {
        const auto granted =
            grant_role(database(), holding(account, role, agency), operating(), noon);
        EXPECT_EQ(refusal_of(granted), "done");
        return *granted;
    }

    std::string try_to_grant(const NewHolding& given, const Actor& actor) {
        return refusal_of(grant_role(database(), given, actor, noon));
    }

    Actor actor_on(const std::string& login_name, int days) {
        return actor_of(signed_in(login_name, on_day(days)), on_day(days)).actor;
    }

    Id<Agency> agency(const std::string& code) { return find_agency(database(), code)->id; }

    Result<HandOver> hand_over(const Account& from, const Account& to, const Actor& actor) {
        return database().write([&](store::Transaction& transaction) {
            return hand_over_account(transaction, from.public_id, to.public_id, "调离", actor,
                                     noon);
        });
    }

    std::string try_to_delegate(const RoleHolding& holding, const std::string& to,
                                const Actor& actor, Date from, Date until) {
        return refusal_of(delegate_role(database(),
                                        {.holding_id = holding.public_id,
                                         .delegate_login = to,
                                         .valid_from = from,
                                         .valid_to = until,
                                         .reason = "出差"},
                                        actor, noon));
    }
};

GK_ON_BOTH_DATABASES(Roles);

TEST_P(Roles, are_held_from_their_first_day_to_their_last) {
    const auto zhang = account("zhang");
    auto given = holding(zhang, Role::clerk);
    given.valid_from = today.plus_days(1);
    given.valid_to = today.plus_days(2);
    ASSERT_EQ(try_to_grant(given, operating()), "done");
    EXPECT_FALSE(actor_on("zhang", 0).may(Permission::case_handle));
    EXPECT_TRUE(actor_on("zhang", 1).may(Permission::case_handle, zhang.agency));
    EXPECT_TRUE(actor_on("zhang", 2).may(Permission::case_handle, zhang.agency));
    EXPECT_FALSE(actor_on("zhang", 3).may(Permission::case_handle));
}

TEST_P(Roles, bear_on_their_agency_and_those_of_administrators_and_supervisors_below_it_too) {
    account("zhang");
    grant(account("wang", "shawan"), Role::supervisor, "shawan");
    grant(account("li", "shawan"), Role::system_administrator, "shawan");
    grant(account("zhao", "shawan"), Role::clerk, "shawan");
    EXPECT_TRUE(actor_on("wang", 0).may(Permission::case_count, agency("xigebi")));
    EXPECT_FALSE(actor_on("wang", 0).may(Permission::case_read, agency("xigebi")));
    EXPECT_TRUE(actor_on("li", 0).may(Permission::account_manage, agency("xigebi")));
    EXPECT_FALSE(actor_on("zhao", 0).may(Permission::case_read, agency("xigebi")));
}

TEST_P(Roles, of_a_unit_bear_on_that_unit) {
    const auto zhang = account("zhang");
    auto given = holding(zhang, Role::unit_officer);
    given.unit = "nowhere";
    EXPECT_EQ(try_to_grant(given, operating()), "people.unit_unknown unit");
    given.unit = "finance";
    ASSERT_EQ(try_to_grant(given, operating()), "done");
    EXPECT_TRUE(actor_on("zhang", 0).may(Permission::case_search, zhang.agency, "finance"));
    EXPECT_FALSE(actor_on("zhang", 0).may(Permission::case_search, zhang.agency, "office"));
}

TEST_P(Roles, of_the_three_administrators_go_with_no_other) {
    const auto zhang = account("zhang");
    grant(zhang, Role::clerk);
    grant(zhang, Role::department_reviewer);
    EXPECT_EQ(try_to_grant(holding(zhang, Role::audit_administrator), operating()),
              "people.role_not_separate role");
    const auto wang = account("wang");
    grant(wang, Role::system_administrator);
    for (const auto role : {Role::security_administrator, Role::clerk, Role::supervisor}) {
        EXPECT_EQ(try_to_grant(holding(wang, role), operating()), "people.role_not_separate role");
    }
    grant(wang, Role::system_administrator, "sidaohezi");
}

TEST_P(Roles, are_granted_once_within_dates_and_never_for_the_past) {
    const auto zhang = account("zhang");
    auto given = holding(zhang, Role::clerk);
    given.valid_from = today.plus_days(-1);
    EXPECT_EQ(try_to_grant(given, operating()), "people.role_dates_past valid_from");
    given.valid_from = today.plus_days(2);
    given.valid_to = today.plus_days(1);
    EXPECT_EQ(try_to_grant(given, operating()), "people.role_dates_crossed valid_to");
    grant(zhang, Role::clerk);
    given.valid_to = std::nullopt;
    EXPECT_EQ(try_to_grant(given, operating()), "people.role_held_already role");
    given.agency_code = "nowhere";
    EXPECT_EQ(try_to_grant(given, operating()), "people.agency_unknown");
    given = holding(zhang, Role::clerk, "sidaohezi");
    given.account_id = "nobody";
    EXPECT_EQ(try_to_grant(given, operating()), "people.account_unknown account");
}

TEST_P(Roles, are_granted_by_the_security_administrator_of_the_agency_to_others) {
    const auto zhang = account("zhang");
    const auto security = account("security");
    grant(security, Role::security_administrator);
    const auto actor = actor_on("security", 0);
    EXPECT_EQ(try_to_grant(holding(zhang, Role::clerk), actor), "done");
    EXPECT_EQ(try_to_grant(holding(zhang, Role::clerk, "sidaohezi"), actor),
              "people.agency_unknown agency");
    EXPECT_EQ(try_to_grant(holding(security, Role::audit_administrator), actor),
              "people.account_own");
    EXPECT_EQ(try_to_grant(holding(account("li", "sidaohezi"), Role::clerk), actor),
              "people.account_unknown account");
    EXPECT_EQ(try_to_grant(holding(security, Role::clerk), actor_on("zhang", 0)),
              "people.agency_unknown agency");
}

TEST_P(Roles, end_at_once_or_later_with_a_reason) {
    const auto zhang = account("zhang");
    const auto held = grant(zhang, Role::clerk);
    const auto end = [&](Date last_day, std::string_view reason) {
        return refusal_of(
            end_role(database(), held.public_id, last_day, reason, operating(), noon));
    };
    EXPECT_EQ(end(today, ""), "people.reason_blank reason");
    EXPECT_EQ(end(today.plus_days(-2), "调离"), "people.role_end_wrong valid_to");
    EXPECT_EQ(end(today.plus_days(3), "调离"), "done");
    EXPECT_EQ(end(today.plus_days(4), "调离"), "people.role_end_wrong valid_to");
    EXPECT_EQ(end(today.plus_days(-1), "调离"), "done");
    EXPECT_FALSE(actor_on("zhang", 0).may(Permission::case_handle));
    EXPECT_EQ(refusal_of(end_role(database(), held.public_id, today, "x", everyone(), noon)),
              "people.holding_unknown");
    EXPECT_THAT(trail_of("role_holding", held.public_id),
                ElementsAre("role.grant cli:root", "role.end cli:root", "role.end cli:root"));
}

TEST_P(Roles, are_not_ended_by_who_holds_them) {
    const auto security = account("security");
    const auto held = grant(security, Role::security_administrator);
    EXPECT_EQ(
        refusal_of(end_role(database(), held.public_id, today, "x", actor_on("security", 0), noon)),
        "people.account_own");
}

TEST_P(Roles, are_listed_where_the_actor_assigns_them) {
    const auto zhang = account("zhang");
    const auto old = grant(zhang, Role::clerk);
    grant(account("wang", "sidaohezi"), Role::signatory, "sidaohezi");
    ASSERT_TRUE(end_role(database(), old.public_id, today.plus_days(-1), "调离", operating(), noon)
                    .has_value());
    grant(zhang, Role::department_reviewer);
    grant(account("security"), Role::security_administrator);
    const auto names = [&](const HoldingFilter& filter, const Actor& actor) {
        std::vector<std::string> lines;
        const auto listed = list_holdings(database(), filter, actor, today);
        for (const auto& line : *listed) {
            lines.push_back(line.agency_code + " " + line.account.login_name + " " +
                            std::string(key(line.holding.role)));
        }
        return lines;
    };
    const auto security = actor_on("security", 0);
    EXPECT_THAT(names({}, security), ElementsAre("xigebi security security_administrator",
                                                 "xigebi zhang department_reviewer"));
    EXPECT_THAT(names({.account_id = zhang.public_id, .with_past = true}, operating()),
                ElementsAre("xigebi zhang clerk", "xigebi zhang department_reviewer"));
    EXPECT_THAT(names({.role = Role::signatory}, operating()),
                ElementsAre("sidaohezi wang signatory"));
    EXPECT_THAT(names({.agency_code = "sidaohezi"}, operating()),
                ElementsAre("sidaohezi wang signatory"));
    EXPECT_EQ(refusal_of(list_holdings(database(), {}, everyone(), today)), "people.not_permitted");
    EXPECT_EQ(list_own_holdings(database(), actor_on("zhang", 0), today).size(), 1U);
}

TEST_P(Roles, that_are_delegated_serve_another_for_the_time_with_both_names) {
    const auto wang = account("wang");
    const auto zhang = account("zhang");
    const auto held = grant(wang, Role::signatory);
    grant(zhang, Role::clerk);
    const auto boss = actor_on("wang", 0);
    ASSERT_EQ(try_to_delegate(held, "zhang", boss, today.plus_days(1), today.plus_days(2)), "done");
    EXPECT_FALSE(actor_on("zhang", 0).may(Permission::case_sign));
    const auto deputy = actor_on("zhang", 1);
    EXPECT_TRUE(deputy.may(Permission::case_sign, wang.agency));
    EXPECT_EQ(deputy.trail_name(Permission::case_sign, wang.agency),
              "user:zhang on behalf of user:wang");
    EXPECT_TRUE(deputy.is_or_acts_for("user:wang"));
    EXPECT_FALSE(actor_on("zhang", 3).may(Permission::case_sign));
}

TEST_P(Roles, that_are_delegated_end_with_the_role_and_with_the_account) {
    const auto wang = account("wang");
    grant(account("zhang"), Role::clerk);
    const auto held = grant(wang, Role::signatory);
    const auto boss = actor_on("wang", 0);
    ASSERT_EQ(try_to_delegate(held, "zhang", boss, today, today.plus_days(9)), "done");
    EXPECT_TRUE(actor_on("zhang", 0).may(Permission::case_sign));
    ASSERT_TRUE(lock_account(desk(), wang.public_id, "核实", operating(), noon).has_value());
    EXPECT_FALSE(actor_on("zhang", 0).may(Permission::case_sign));
    ASSERT_TRUE(unlock_account(desk(), wang.public_id, "无误", operating(), noon).has_value());
    EXPECT_TRUE(actor_on("zhang", 0).may(Permission::case_sign));
    ASSERT_TRUE(end_role(database(), held.public_id, today.plus_days(-1), "调离", operating(), noon)
                    .has_value());
    EXPECT_FALSE(actor_on("zhang", 0).may(Permission::case_sign));
}

TEST_P(Roles, are_delegated_by_their_holder_to_a_colleague_within_their_own_time) {
    const auto wang = account("wang");
    grant(account("zhang"), Role::clerk);
    grant(account("li", "sidaohezi"), Role::clerk, "sidaohezi");
    const auto security = account("security");
    const auto admin_role = grant(security, Role::security_administrator);
    auto given = holding(wang, Role::signatory);
    given.valid_to = today.plus_days(5);
    const auto held = *grant_role(database(), given, operating(), noon);
    const auto boss = actor_on("wang", 0);
    const auto other = actor_on("zhang", 0);
    const auto next = today.plus_days(1);
    EXPECT_EQ(try_to_delegate(held, "zhang", other, today, next), "people.holding_unknown holding");
    EXPECT_EQ(try_to_delegate(held, "zhang", boss, today.plus_days(-1), next),
              "people.role_dates_past valid_from");
    EXPECT_EQ(try_to_delegate(held, "zhang", boss, next, today),
              "people.role_dates_crossed valid_to");
    EXPECT_EQ(try_to_delegate(held, "zhang", boss, today, today.plus_days(6)),
              "people.delegation_too_long valid_to");
    for (const auto* unsuitable : {"wang", "li", "security", "nobody", "张某"}) {
        EXPECT_EQ(try_to_delegate(held, unsuitable, boss, today, next),
                  "people.delegate_unsuitable delegate");
    }
    EXPECT_EQ(try_to_delegate(admin_role, "zhang", actor_on("security", 0), today, next),
              "people.delegation_of_administrator holding");
    EXPECT_EQ(try_to_delegate(held, "zhang", everyone(), today, next), "people.not_permitted");
}

TEST_P(Roles, of_administrators_are_not_granted_to_who_uses_a_delegated_one) {
    const auto wang = account("wang");
    const auto zhang = account("zhang");
    const auto held = grant(wang, Role::signatory);
    const auto clerk = grant(zhang, Role::clerk);
    ASSERT_EQ(try_to_delegate(held, "zhang", actor_on("wang", 0), today, today.plus_days(9)),
              "done");
    ASSERT_TRUE(
        end_role(database(), clerk.public_id, today.plus_days(-1), "调离", operating(), noon)
            .has_value());
    EXPECT_EQ(try_to_grant(holding(zhang, Role::audit_administrator), operating()),
              "people.role_not_separate role");
}

TEST_P(Roles, that_are_delegated_are_seen_and_ended_by_those_they_concern) {
    const auto wang = account("wang");
    const auto held = grant(wang, Role::signatory);
    grant(account("zhang"), Role::clerk);
    grant(account("li"), Role::clerk);
    ASSERT_EQ(try_to_delegate(held, "zhang", actor_on("wang", 0), today, today.plus_days(9)),
              "done");
    const auto lines = list_own_delegations(database(), actor_on("zhang", 0));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].delegator.login_name, "wang");
    EXPECT_EQ(lines[0].delegate.login_name, "zhang");
    EXPECT_EQ(lines[0].holding.role, Role::signatory);
    EXPECT_EQ(lines[0].agency_code, "xigebi");
    EXPECT_TRUE(list_own_delegations(database(), actor_on("li", 0)).empty());
    EXPECT_TRUE(list_own_delegations(database(), everyone()).empty());
    EXPECT_EQ(list_delegations(database(), "xigebi", operating())->size(), 1U);
    EXPECT_EQ(refusal_of(list_delegations(database(), "xigebi", actor_on("wang", 0))),
              "people.not_permitted");
    const auto id = lines[0].delegation.public_id;
    EXPECT_EQ(refusal_of(end_delegation(database(), id, actor_on("li", 0), noon)),
              "people.delegation_unknown");
    EXPECT_EQ(refusal_of(end_delegation(database(), id, actor_on("zhang", 0), noon)), "done");
    EXPECT_EQ(refusal_of(end_delegation(database(), id, actor_on("wang", 0), noon)),
              "people.delegation_unknown");
    EXPECT_EQ(refusal_of(end_delegation(database(), "none", operating(), noon)),
              "people.delegation_unknown");
    EXPECT_FALSE(actor_on("zhang", 0).may(Permission::case_sign));
    EXPECT_THAT(trail_of("delegation", id),
                ElementsAre("role.delegate user:wang", "role.end_delegation user:zhang"));
}

TEST_P(Roles, make_colleagues_of_those_who_work_in_one_agency) {
    grant(account("zhang"), Role::clerk);
    grant(account("security"), Role::security_administrator);
    grant(account("li", "sidaohezi"), Role::clerk, "sidaohezi");
    bare_account("empty");
    const auto colleagues = list_colleagues(database(), "xigebi", actor_on("zhang", 0), today);
    ASSERT_TRUE(colleagues.has_value());
    ASSERT_EQ(colleagues->size(), 1U);
    EXPECT_EQ(colleagues->front().login_name, "zhang");
    EXPECT_EQ(refusal_of(list_colleagues(database(), "xigebi", actor_on("li", 0), today)),
              "people.agency_unknown");
}

TEST_P(Roles, go_to_another_account_when_one_is_handed_over) {
    const auto zhang = account("zhang");
    grant(zhang, Role::clerk);
    grant(zhang, Role::department_reviewer);
    const auto li = account("li");
    grant(li, Role::clerk);
    const auto session = signed_in("zhang");
    const auto done = hand_over(zhang, li, operating());
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->from.state, AccountState::ended);
    EXPECT_EQ(done->holdings.size(), 1U);
    EXPECT_TRUE(actor_on("li", 0).may(Permission::case_review, li.agency));
    EXPECT_EQ(refusal_of(actor_of_session(database(), session.token, noon)), "people.session_over");
    EXPECT_EQ(refusal_of(sign_in(desk(), "zhang", good_password, office, noon)),
              "people.sign_in_refused");
    EXPECT_THAT(trail_of("account", zhang.public_id),
                testing::Contains("account.hand_over cli:root"));
    EXPECT_EQ(refusal_of(hand_over(zhang, li, operating())), "people.account_state_wrong");
}

TEST_P(Roles, are_not_handed_over_where_one_may_not_hold_them) {
    const auto zhang = account("zhang");
    grant(zhang, Role::clerk);
    const auto admin = account("admin");
    grant(admin, Role::system_administrator);
    const auto try_to_hand_over = [&](const Account& from, const Account& to, const Actor& actor) {
        return refusal_of(hand_over(from, to, actor));
    };
    EXPECT_EQ(try_to_hand_over(zhang, admin, operating()), "people.role_not_separate role");
    EXPECT_EQ(try_to_hand_over(zhang, zhang, operating()), "people.account_state_wrong to");
    const auto security = account("security");
    grant(security, Role::security_administrator);
    EXPECT_EQ(try_to_hand_over(zhang, security, actor_on("security", 0)), "people.account_own");
    EXPECT_EQ(try_to_hand_over(zhang, account("li"), actor_on("admin", 0)), "people.not_permitted");
}

TEST_P(Roles, taken_from_a_running_session_are_gone_at_once) {
    const auto zhang = account("zhang");
    const auto held = grant(zhang, Role::clerk);
    const auto session = signed_in("zhang");
    EXPECT_TRUE(actor_of(session).actor.may(Permission::case_handle));
    ASSERT_TRUE(end_role(database(), held.public_id, today.plus_days(-1), "调离", operating(), noon)
                    .has_value());
    EXPECT_FALSE(actor_of(session).actor.may(Permission::case_handle));
}

}  // namespace
}  // namespace gk::people
