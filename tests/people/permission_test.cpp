#include "people/permission.hpp"

#include <gtest/gtest.h>

namespace gk::people {
namespace {

TEST(Permission, of_the_operator_covers_what_everyone_may) {
    const Actor operating{.name = "cli:root", .permission = Permission::operate};
    EXPECT_TRUE(operating.may(Permission::operate));
    EXPECT_TRUE(operating.may(Permission::everyone));
    EXPECT_TRUE(everyone().may(Permission::everyone));
    EXPECT_FALSE(everyone().may(Permission::operate));
}

TEST(Permission, has_a_key_that_the_route_table_prints) {
    EXPECT_EQ(key(Permission::everyone), "public");
    EXPECT_EQ(key(Permission::operate), "operator");
}

}  // namespace
}  // namespace gk::people
