#include "law/citation_text.hpp"

#include <gtest/gtest.h>

#include "base/assert.hpp"

namespace gk::law {
namespace {

TEST(CitationText, writes_numbers_as_articles_are_numbered) {
    EXPECT_EQ(chinese_number(1), "一");
    EXPECT_EQ(chinese_number(10), "十");
    EXPECT_EQ(chinese_number(14), "十四");
    EXPECT_EQ(chinese_number(20), "二十");
    EXPECT_EQ(chinese_number(36), "三十六");
    EXPECT_EQ(chinese_number(100), "一百");
    EXPECT_EQ(chinese_number(105), "一百零五");
    EXPECT_EQ(chinese_number(110), "一百一十");
    EXPECT_EQ(chinese_number(999), "九百九十九");
    EXPECT_THROW(static_cast<void>(chinese_number(0)), Bug);
    EXPECT_THROW(static_cast<void>(chinese_number(1000)), Bug);
}

TEST(CitationText, goes_as_deep_as_the_citation) {
    EXPECT_EQ(article_text({"regulation-2019", 33, 3}), "第三十三条第三款");
    EXPECT_EQ(citation_text({"regulation-2019", 36, 0, 5}),
              "《中华人民共和国政府信息公开条例》第三十六条第（五）项");
    EXPECT_EQ(citation_text({"fee-measures-2020"}), "《政府信息公开信息处理费管理办法》");
    EXPECT_EQ(citation_text({}), "");
}

TEST(CitationText, of_an_unknown_instrument_is_a_bug) {
    EXPECT_THROW(static_cast<void>(citation_text({"regulation-1999", 1})), Bug);
}

}  // namespace
}  // namespace gk::law
