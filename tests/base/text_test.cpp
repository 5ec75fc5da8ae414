#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gk::text {
namespace {

using std::string_view_literals::operator""sv;
using testing::ElementsAre;

TEST(Text, well_formed_utf8_has_no_overlong_forms_surrogates_or_nul) {
    EXPECT_TRUE(is_utf8("年度报告 2023 😀"));
    EXPECT_TRUE(is_utf8(""));
    for (const auto wrong : {"\xC0\xAF"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "\xE5\xB9"sv,
                             "\x80"sv, "\xF5"sv, "a\0b"sv, "\xF0\x82\x82\xAC"sv}) {
        EXPECT_FALSE(is_utf8(wrong));
    }
}

TEST(Text, code_points_come_back_as_they_were) {
    const std::u32string points = U"a¢年😀";
    EXPECT_EQ(decode(encode(points)), points);
    EXPECT_EQ(encode(points), "a¢年😀");
    EXPECT_EQ(decode("a\xFF年"), U"a\xFFFD年");
    EXPECT_EQ(decode("\xE5\xB9"), U"\xFFFD\xFFFD");
}

TEST(Text, trims_every_kind_of_space) {
    EXPECT_EQ(trim(" \t　年 报\u200B\uFEFF\r\n"), "年 报");
    EXPECT_EQ(trim("　 "), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("报"), "报");
}

TEST(Text, folds_full_width_forms) {
    EXPECT_EQ(to_half_width("（１２）Ａ，：　年"), "(12)A,: 年");
}

TEST(Text, splits_and_joins) {
    EXPECT_THAT(split("a,,b", ','), ElementsAre("a", "", "b"));
    EXPECT_THAT(split("", ','), ElementsAre(""));
    EXPECT_THAT(split("a,", ','), ElementsAre("a", ""));
    const std::vector<std::string> parts = {"a", "", "b"};
    EXPECT_EQ(join(parts, "、"), "a、、b");
    EXPECT_EQ(join({}, "、"), "");
}

TEST(Text, replaces_without_reading_its_own_replacement) {
    EXPECT_EQ(replace_all("a.b.c", ".", ".."), "a..b..c");
    EXPECT_EQ(replace_all("aaa", "aa", "b"), "ba");
    EXPECT_EQ(replace_all("abc", "x", "y"), "abc");
}

TEST(Text, lowers_ascii_alone) {
    EXPECT_EQ(lower_ascii("GONGKAI-Ä年"), "gongkai-Ä年");
}

TEST(Text, the_nearest_is_one_slip_of_the_hand_away) {
    constexpr std::string_view names[] = {"deadline", "workday", "fee", "help"};
    EXPECT_EQ(nearest("deadlin", names), "deadline");
    EXPECT_EQ(nearest("daedline", names), "deadline");
    EXPECT_EQ(nearest("hepl", names), "help");
    EXPECT_EQ(nearest("wrkdya", names), "workday");
    EXPECT_EQ(nearest("fees", names), "fee");
    EXPECT_EQ(nearest("serve", names), "");
    EXPECT_EQ(nearest("x", {}), "");
}

}  // namespace
}  // namespace gk::text
