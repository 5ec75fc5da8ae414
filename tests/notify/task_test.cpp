#include "notify/task.hpp"

#include <gtest/gtest.h>

namespace gk::notify {
namespace {

using people::Role;

constexpr Id<people::Agency> town{1};

people::Actor holding(Role role, std::optional<std::string> unit = {}) {
    return {.name = "user:one",
            .display_name = {},
            .account = Id<people::Account>{7},
            .is_operator = false,
            .held_roles = {{.role = role, .agency = town, .unit = std::move(unit)}}};
}

TEST(Assignees, are_one_person_or_all_who_hold_a_role_there) {
    const auto clerk = holding(Role::clerk);
    EXPECT_TRUE(is_for(to_account({7}), town, clerk));
    EXPECT_FALSE(is_for(to_account({8}), town, clerk));
    EXPECT_TRUE(is_for(to_role(Role::clerk), town, clerk));
    EXPECT_FALSE(is_for(to_role(Role::clerk), {2}, clerk));
    EXPECT_FALSE(is_for(to_role(Role::signatory), town, clerk));
}

TEST(Assignees, of_a_unit_are_its_officers_and_those_of_the_whole_agency) {
    EXPECT_TRUE(is_for(to_unit("economy"), town, holding(Role::unit_officer, "economy")));
    EXPECT_FALSE(is_for(to_unit("economy"), town, holding(Role::unit_officer, "society")));
    EXPECT_TRUE(is_for(to_unit("economy"), town, holding(Role::unit_officer)));
    EXPECT_FALSE(is_for(to_unit("economy"), town, holding(Role::clerk)));
}

TEST(Assignees, do_not_include_whoever_has_no_account) {
    EXPECT_FALSE(is_for(to_role(Role::clerk), town, people::everyone()));
    EXPECT_FALSE(is_for(to_account({7}), town, people::everyone()));
}

TEST(Tasks, have_words_for_every_status) {
    for (const auto status : task_statuses()) {
        EXPECT_EQ(task_status_of(key(status)), status);
        EXPECT_FALSE(label(status).empty());
    }
}

}  // namespace
}  // namespace gk::notify
