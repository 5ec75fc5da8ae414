#include "people/permission.hpp"

#include <utility>

#include <gtest/gtest.h>

#include "people/actor.hpp"

namespace gk::people {
namespace {

TEST(Permission, of_the_operator_covers_what_everyone_may) {
    const Actor operating = operator_named("cli:root");
    EXPECT_TRUE(operating.may(Permission::operate));
    EXPECT_TRUE(operating.may(Permission::everyone));
    EXPECT_TRUE(everyone().may(Permission::everyone));
    EXPECT_FALSE(everyone().may(Permission::operate));
}

TEST(Permission, of_the_operator_leaves_out_casework_and_applicants) {
    const Actor operating = operator_named("cli:root");
    EXPECT_TRUE(operating.may(Permission::report_publish));
    EXPECT_FALSE(operating.may(Permission::case_read));
    EXPECT_FALSE(operating.may(Permission::applicant_read));
    EXPECT_FALSE(operating.may(Permission::sign_in));
}

TEST(Permission, of_the_three_administrators_holds_no_casework) {
    for (const auto role :
         {Role::system_administrator, Role::security_administrator, Role::audit_administrator}) {
        EXPECT_TRUE(is_administrator(role));
        EXPECT_FALSE(allows(role, Permission::case_read));
        EXPECT_FALSE(allows(role, Permission::applicant_read));
        EXPECT_FALSE(allows(role, Permission::report_read));
    }
}

constexpr Id<Agency> town{1};
constexpr Id<Agency> other_town{2};

Actor person(HeldRole held) {
    return {.name = "user:li", .account = Id<Account>{7}, .held_roles = {std::move(held)}};
}

TEST(Actor, may_in_the_agency_of_its_role_only) {
    const auto actor = person({.role = Role::clerk, .agency = town});
    EXPECT_TRUE(actor.may(Permission::case_read));
    EXPECT_TRUE(actor.may(Permission::case_read, town));
    EXPECT_FALSE(actor.may(Permission::case_read, other_town));
    EXPECT_FALSE(actor.may(Permission::case_sign, town));
}

TEST(Actor, that_supervises_sees_counts_below_and_no_applicant) {
    const auto actor =
        person({.role = Role::supervisor, .agency = town, .agencies_below = {other_town}});
    EXPECT_TRUE(actor.may(Permission::case_count, other_town));
    EXPECT_FALSE(actor.may(Permission::case_read, other_town));
    EXPECT_FALSE(actor.may(Permission::applicant_read, other_town));
}

TEST(Actor, of_a_unit_may_for_that_unit_only) {
    const auto actor = person({.role = Role::unit_officer, .agency = town, .unit = "finance"});
    EXPECT_TRUE(actor.may(Permission::case_search, town, "finance"));
    EXPECT_FALSE(actor.may(Permission::case_search, town, "water"));
}

TEST(Actor, with_a_delegated_role_leaves_both_names) {
    const auto actor =
        person({.role = Role::signatory, .agency = town, .on_behalf_of = "user:wang"});
    EXPECT_EQ(actor.trail_name(Permission::case_sign, town), "user:li on behalf of user:wang");
    EXPECT_TRUE(actor.is_or_acts_for("user:wang"));
    EXPECT_TRUE(actor.is_or_acts_for("user:li"));
    EXPECT_FALSE(actor.is_or_acts_for("user:zhao"));
}

TEST(Permission, has_a_key_that_the_route_table_prints) {
    EXPECT_EQ(key(Permission::everyone), "public");
    EXPECT_EQ(key(Permission::operate), "operator");
}

}  // namespace
}  // namespace gk::people
