#include "base/problem_list.hpp"

#include <utility>

#include <gtest/gtest.h>

namespace gk {
namespace {

constexpr ProblemCode wrong{"test.wrong", ErrorKind::invalid, "{0}不对。"};
constexpr ProblemCode denied{"test.denied", ErrorKind::refused, "不行。"};

TEST(ProblemList, keeps_every_problem_and_the_kind_of_the_first) {
    ProblemList problems;
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(problems.take(Result<int>(7)), 7);
    EXPECT_EQ(problems.take(Result<int>(error(wrong, "甲").at("a"))), std::nullopt);
    problems.add(error(denied));
    EXPECT_FALSE(problems.empty());
    const auto all = std::move(problems).error();
    EXPECT_EQ(all.kind(), ErrorKind::invalid);
    ASSERT_EQ(all.problems().size(), 2U);
    EXPECT_EQ(all.problems()[1].code, "test.denied");
}

TEST(ProblemList, says_the_same_of_the_same_field_once) {
    ProblemList problems;
    problems.add(error(wrong, "甲").at("a"));
    problems.add(error(wrong, "甲").at("a"));
    problems.add(error(wrong, "甲").at("b"));
    problems.add(error(wrong, "乙").at("a"));
    EXPECT_EQ(std::move(problems).error().problems().size(), 3U);
}

TEST(ProblemList, has_no_error_where_there_is_no_problem) {
    EXPECT_THROW(static_cast<void>(ProblemList().error()), Bug);
}

}  // namespace
}  // namespace gk
