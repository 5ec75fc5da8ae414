#include "letter/document_number.hpp"

#include <gtest/gtest.h>

namespace gk::letter {
namespace {

TEST(DocumentNumber, has_the_year_in_full_and_no_leading_zero) {
    const auto pattern = NumberPattern::parse(" 西戈壁政公开〔{{年}}〕{{ 序号 }}号 ");
    ASSERT_TRUE(pattern.has_value());
    EXPECT_EQ(numbered(pattern->stem(2026), 7), "西戈壁政公开〔2026〕7号");
    EXPECT_EQ(numbered(pattern->stem(2026), 1234), "西戈壁政公开〔2026〕1234号");
}

TEST(DocumentNumber, may_follow_local_practice) {
    const auto pattern = NumberPattern::parse("某公复（{{年}}）第{{序号}}号");
    ASSERT_TRUE(pattern.has_value());
    EXPECT_EQ(numbered(pattern->stem(2026), 3), "某公复（2026）第3号");
}

TEST(DocumentNumber, without_a_pattern_is_that_of_the_short_name) {
    const auto pattern = NumberPattern::parse(default_number_pattern("西戈壁镇"));
    ASSERT_TRUE(pattern.has_value());
    EXPECT_EQ(numbered(pattern->stem(2026), 1), "西戈壁镇公开〔2026〕1号");
}

TEST(DocumentNumber, needs_year_and_number_once_each) {
    for (const auto* text :
         {"", "公开〔{{年}}〕", "公开{{序号}}号", "{{年}}{{序号}}{{序号}}", "{{年}}{{年}}{{序号}}",
          "{{年}}{{序号}}{{机关}}", "{{年}}\n{{序号}}", "\xFF{{年}}{{序号}}"}) {
        const auto pattern = NumberPattern::parse(text);
        ASSERT_FALSE(pattern.has_value()) << text;
        EXPECT_EQ(pattern.error().first().code, "letter.pattern_invalid");
    }
    EXPECT_FALSE(NumberPattern::parse(std::string(200, 'a') + "{{年}}{{序号}}").has_value());
}

TEST(DocumentNumber, that_is_refused_shows_how_to_write_it) {
    EXPECT_EQ(NumberPattern::parse("公开").error().first().hint,
              "写成“机关代字〔{{年}}〕{{序号}}号”，年和序号各出现一次，总长不超过60个字。");
}

}  // namespace
}  // namespace gk::letter
