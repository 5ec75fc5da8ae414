#include "law/in_force.hpp"

#include <gtest/gtest.h>

namespace gk::law {
namespace {

using namespace std::chrono_literals;

constexpr InForce<int> rows[] = {
    {2019y / 5 / 15, 20, {"regulation-2019", 33, 2}},
    {2030y / 1 / 1, 10, {"regulation-2019", 33, 2}},
    {2040y / 1 / 1, std::nullopt, {"regulation-2019", 33, 2}},
};

TEST(InForce, the_last_row_that_has_begun_gives_the_value) {
    EXPECT_EQ(in_force_on(rows, Date(2019, 5, 15))->value, 20);
    EXPECT_EQ(in_force_on(rows, Date(2029, 12, 31))->value, 20);
    EXPECT_EQ(in_force_on(rows, Date(2030, 1, 1))->value, 10);
    EXPECT_EQ(in_force_on(rows, Date(2030, 1, 1))->basis.article, 33);
}

TEST(InForce, a_repeal_is_an_error_and_never_a_default) {
    const auto after = in_force_on(rows, Date(2040, 1, 1));
    ASSERT_FALSE(after.has_value());
    EXPECT_EQ(after.error().first().code, "law.no_law_in_force");
}

TEST(InForce, a_date_under_the_regulation_of_2008_is_not_modelled) {
    const auto before = in_force_on(rows, Date(2019, 5, 14));
    ASSERT_FALSE(before.has_value());
    EXPECT_EQ(before.error().first().code, "law.not_modelled");
    EXPECT_EQ(before.error().first().basis.instrument, "regulation-2008");
}

TEST(InForce, a_date_before_any_regulation_has_no_law) {
    const auto before = in_force_on(rows, Date(2008, 4, 30));
    ASSERT_FALSE(before.has_value());
    EXPECT_EQ(before.error().first().code, "law.no_law_in_force");
    EXPECT_EQ(before.error().first().message, "2008年4月30日没有可适用的生效规定。");
}

}  // namespace
}  // namespace gk::law
