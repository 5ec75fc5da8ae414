#include "base/problem.hpp"

#include <gtest/gtest.h>

#include "base/assert.hpp"

namespace gk {
namespace {

constexpr ProblemCode too_long{"test.too_long", ErrorKind::refused, "最长{0}天，现填{1}天。",
                               "填写1至{0}之间的天数。"};
constexpr Citation art33{"regulation-2019", 33, 2};

TEST(Problem, fills_message_and_hint_from_the_same_arguments) {
    const auto filled = problem(too_long, 20, 25);
    EXPECT_EQ(filled.code, "test.too_long");
    EXPECT_EQ(filled.message, "最长20天，现填25天。");
    EXPECT_EQ(filled.hint, "填写1至20之间的天数。");
    EXPECT_TRUE(filled.field.empty());
    EXPECT_TRUE(filled.basis.empty());
}

TEST(Error, names_a_field_and_a_basis_where_none_is_named) {
    auto named = problem(too_long, 20, 25);
    named.field = "working_days";
    const auto error =
        Error(ErrorKind::invalid, {named, problem(too_long, 20, 26)}).at("extension").on(art33);
    EXPECT_EQ(error.problems()[0].field, "working_days");
    EXPECT_EQ(error.problems()[1].field, "extension");
    EXPECT_EQ(error.problems()[0].basis, art33);
    EXPECT_EQ(error.kind(), ErrorKind::invalid);
}

TEST(Error, keeps_a_basis_that_is_there) {
    const auto error = gk::error(too_long, 20, 25).on(art33).on(Citation{"regulation-2008", 24});
    EXPECT_EQ(error.first().basis, art33);
}

TEST(Error, without_a_problem_is_a_bug) {
    EXPECT_THROW(Error(ErrorKind::invalid, {}), Bug);
}

TEST(ErrorKind, has_the_published_keys) {
    EXPECT_EQ(key(ErrorKind::invalid), "invalid");
    EXPECT_EQ(key(ErrorKind::refused), "refused");
    EXPECT_EQ(key(ErrorKind::forbidden), "forbidden");
    EXPECT_EQ(key(ErrorKind::not_found), "not_found");
    EXPECT_EQ(key(ErrorKind::conflict), "conflict");
}

}  // namespace
}  // namespace gk
