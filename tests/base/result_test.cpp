#include "base/result.hpp"

#include <memory>
#include <string>

#include <gtest/gtest.h>

namespace gk {
namespace {

constexpr ProblemCode too_long{"test.too_long", ErrorKind::refused, "最长{0}天，现填{1}天。",
                               "填写1至{0}之间的天数。"};

Result<int> half(int number) {
    if (number % 2 != 0) {
        return error(too_long, 20, number);
    }
    return number / 2;
}

Result<void> require_even(int number) {
    GK_TRY([[maybe_unused]] const auto halved, half(number));
    return {};
}

Result<std::string> quarter(int number) {
    GK_CHECK(require_even(number));
    GK_TRY(const auto halved, half(number));
    GK_TRY(const auto quartered, half(halved));
    return std::to_string(quartered);
}

TEST(Result, holds_a_value_or_an_error) {
    EXPECT_EQ(*half(4), 2);
    EXPECT_FALSE(half(3).has_value());
    EXPECT_EQ(half(3).error().kind(), ErrorKind::refused);
}

TEST(Result, try_and_check_hand_the_error_to_the_caller) {
    EXPECT_EQ(*quarter(8), "2");
    EXPECT_EQ(quarter(3).error().first().message, "最长20天，现填3天。");
    EXPECT_EQ(quarter(6).error().first().message, "最长20天，现填3天。");
}

TEST(Result, the_wrong_half_is_never_read) {
    const auto value = half(4);
    const auto wrong = half(3);
    EXPECT_THROW(static_cast<void>(value.error()), Bug);
    EXPECT_THROW(static_cast<void>(*wrong), Bug);
    EXPECT_THROW(static_cast<void>(Result<void>().error()), Bug);
    EXPECT_THROW(*require_even(3), Bug);
}

TEST(Result, moves_what_cannot_be_copied) {
    Result<std::unique_ptr<int>> owned(std::make_unique<int>(7));
    const auto taken = *std::move(owned);
    EXPECT_EQ(*taken, 7);
}

TEST(Assert, names_the_condition_and_the_place) {
    try {
        const int zero = 0;
        GK_ASSERT(zero == 1);
        FAIL() << "the assertion held";
    } catch (const Bug& bug) {
        const std::string text = bug.what();
        EXPECT_NE(text.find("zero == 1"), std::string::npos);
        EXPECT_NE(text.find("result_test.cpp"), std::string::npos);
    }
}

}  // namespace
}  // namespace gk
