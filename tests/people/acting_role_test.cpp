#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/store.hpp"
#include "people/acting_role_service.hpp"
#include "people/delegation_service.hpp"
#include "people/desk.hpp"

namespace gk::people {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Date today = noon.date();

// zhang is a clerk, reviews in another agency, and signs for wang.
class ActingRole : public AccountTest {
protected:
    ActingRole() {
        const auto wang = account("wang");
        const auto zhang = account("zhang");
        home_ = zhang.agency;
        clerk_ = grant(zhang, Role::clerk, "xigebi");
        reviewer_ = grant(zhang, Role::department_reviewer, "sidaohezi");
        signatory_ = grant(wang, Role::signatory, "xigebi");
        const auto lent = delegate_role(database(),
                                        {.holding_id = signatory_.public_id,
                                         .delegate_login = "zhang",
                                         .valid_from = today,
                                         .valid_to = today,
                                         .reason = "出差"},
                                        actor_of(signed_in("wang")).actor, noon);
        EXPECT_EQ(refusal_of(lent), "done");
        delegation_ = lent->public_id;
        session_ = signed_in("zhang");
    }

    RoleHolding grant(const Account& account, Role role, const std::string& agency) {
        const auto granted = grant_role(database(),
                                        {.account_id = account.public_id,
                                         .role = role,
                                         .agency_code = agency,
                                         .valid_from = today},
                                        operating(), noon);
        EXPECT_EQ(refusal_of(granted), "done");
        return *granted;
    }

    std::string choose(const std::optional<std::string>& holding) {
        const auto whose = actor_of(session_);
        return refusal_of(act_in_role(database(), whose.session_id, holding, whose.actor, noon));
    }

    Result<RoleChoice> choice(Moment at = noon) {
        return role_choice_of(database(), actor_of(session_).session_id, at.date());
    }

    Actor actor() { return actor_of(session_).actor; }

    std::vector<std::string> choices(Moment at = noon) {
        std::vector<std::string> lines;
        const auto listed = choice(at);
        for (const auto& line : listed->holdings) {
            lines.push_back(line.agency_code + " " + std::string(key(line.holding.role)) + " " +
                            line.account.login_name);
        }
        return lines;
    }

    Id<Agency> home_;
    RoleHolding clerk_;
    RoleHolding reviewer_;
    RoleHolding signatory_;
    std::string delegation_;
    SignedIn session_;
};

GK_ON_BOTH_DATABASES(ActingRole);

TEST_P(ActingRole, is_chosen_among_those_held_that_day_and_those_lent) {
    EXPECT_THAT(choices(), ElementsAre("xigebi clerk zhang", "sidaohezi department_reviewer zhang",
                                       "xigebi signatory wang"));
    EXPECT_THAT(choices(later(std::chrono::hours(24))),
                ElementsAre("xigebi clerk zhang", "sidaohezi department_reviewer zhang"));
}

TEST_P(ActingRole, is_the_only_one_until_all_are_chosen_again) {
    EXPECT_TRUE(actor().may(Permission::case_register, home_));
    EXPECT_TRUE(actor().may(Permission::case_sign, home_));
    EXPECT_EQ(choose(signatory_.public_id), "done");
    EXPECT_EQ(choice()->chosen, signatory_.public_id);
    EXPECT_FALSE(actor().may(Permission::case_register, home_));
    EXPECT_TRUE(actor().may(Permission::case_sign, home_));
    EXPECT_EQ(actor().trail_name(Permission::case_sign, home_),
              "user:zhang on behalf of user:wang");
    EXPECT_EQ(choose(clerk_.public_id), "done");
    EXPECT_TRUE(actor().may(Permission::case_register, home_));
    EXPECT_FALSE(actor().may(Permission::case_sign, home_));
    EXPECT_EQ(choose({}), "done");
    EXPECT_EQ(choice()->chosen, std::nullopt);
    EXPECT_EQ(actor().held_roles.size(), 3U);
}

TEST_P(ActingRole, is_chosen_for_one_session_alone) {
    ASSERT_EQ(choose(clerk_.public_id), "done");
    EXPECT_EQ(actor_of(signed_in("zhang")).actor.held_roles.size(), 3U);
}

TEST_P(ActingRole, is_none_that_the_account_does_not_hold) {
    const auto other = grant(account("li"), Role::office_head, "xigebi");
    for (const auto& id : {other.public_id, std::string("none"), std::string()}) {
        EXPECT_EQ(choose(id), "people.holding_unknown") << id;
    }
    EXPECT_EQ(actor().held_roles.size(), 3U);
}

TEST_P(ActingRole, is_chosen_by_who_holds_the_session) {
    const auto li = actor_of(signed_in((account("li"), "li")));
    const auto id = actor_of(session_).session_id;
    EXPECT_EQ(refusal_of(act_in_role(database(), id, clerk_.public_id, li.actor, noon)),
              "people.session_unknown");
    EXPECT_EQ(refusal_of(act_in_role(database(), "none", {}, li.actor, noon)),
              "people.session_unknown");
    EXPECT_EQ(refusal_of(act_in_role(database(), id, {}, everyone(), noon)),
              "people.session_unknown");
    EXPECT_EQ(refusal_of(role_choice_of(database(), "none", today)), "people.session_unknown");
}

TEST_P(ActingRole, gives_nothing_once_it_has_ended_until_another_is_chosen) {
    ASSERT_EQ(choose(signatory_.public_id), "done");
    ASSERT_TRUE(end_delegation(database(), delegation_, operating(), noon).has_value());
    EXPECT_TRUE(actor().held_roles.empty());
    EXPECT_FALSE(actor().may(Permission::case_register));
    EXPECT_TRUE(choice()->is_over);
    EXPECT_EQ(choose(signatory_.public_id), "people.holding_unknown");
    ASSERT_EQ(choose(clerk_.public_id), "done");
    EXPECT_TRUE(actor().may(Permission::case_register, home_));
    ASSERT_TRUE(
        end_role(database(), clerk_.public_id, today.plus_days(-1), "调离", operating(), noon)
            .has_value());
    EXPECT_TRUE(actor().held_roles.empty());
    ASSERT_EQ(choose({}), "done");
    EXPECT_FALSE(choice()->is_over);
    EXPECT_EQ(actor().held_roles.size(), 1U);
}

TEST_P(ActingRole, is_written_to_the_trail) {
    const auto id = actor_of(session_).session_id;
    ASSERT_EQ(choose(signatory_.public_id), "done");
    ASSERT_EQ(choose({}), "done");
    EXPECT_THAT(trail_of("session", id),
                ElementsAre("session.begin user:zhang", "session.act_in_role user:zhang",
                            "session.act_in_role user:zhang"));
    const auto entries = database().read(
        [&](store::Snapshot& snapshot) { return audit::load_entries_of(snapshot, "session", id); });
    EXPECT_EQ(entries[1].details, R"({"role":"signatory","agency":"xigebi","holder":"wang"})");
    EXPECT_EQ(entries[2].details, R"({"role":"all"})");
}

}  // namespace
}  // namespace gk::people
