#include "document/text_file.hpp"

#include <gtest/gtest.h>

#include "document/blocks.hpp"

namespace gk::document {
namespace {

using test::shown;

TEST(PlainText, every_line_is_a_paragraph_and_keeps_its_indentation) {
    EXPECT_EQ(shown(extract_plain_text("一、总体情况\r\n\r\n\t规章\n　　0\r尾", {})),
              "一、总体情况\n\n\t规章\n　　0\n尾\n");
    EXPECT_EQ(shown(extract_plain_text("a\u2028b\n", {})), "a\nb\n");
    EXPECT_EQ(shown(extract_plain_text("", {})), "");
}

TEST(PlainText, a_file_of_too_many_lines_is_refused) {
    ExtractLimits limits;
    limits.blocks_max = 3;
    EXPECT_EQ(shown(extract_plain_text("1\n2\n3\n", limits)), "1\n2\n3\n");
    EXPECT_EQ(shown(extract_plain_text("1\n2\n3\n4", limits)), "PROBLEM document.too_many_parts");
    EXPECT_EQ(shown(extract_markdown("1\n2\n3\n4", limits)), "PROBLEM document.too_many_parts");
}

TEST(Markdown, headings_have_their_level_and_the_first_is_the_title) {
    const auto document = extract_markdown("# 年度报告 #\n\n## 一、总体情况\n#标签\n", {});
    EXPECT_EQ(shown(document), "#1 年度报告\n\n#2 一、总体情况\n#标签\n");
    EXPECT_EQ(document->title, "年度报告");
}

TEST(Markdown, a_pipe_table_is_a_grid_without_its_rule) {
    EXPECT_EQ(shown(extract_markdown("前\n| 信息内容 | 件数 |\n|:---|---:|\n| 规章 | **3** |\n"
                                     "| a \\| b | |\n后\n",
                                     {})),
              "前\ngrid 3x2\n0,0 信息内容\n0,1 件数\n1,0 规章\n1,1 3\n2,0 a | b\n2,1\nend\n后\n");
}

TEST(Markdown, rows_of_unequal_length_and_without_outer_pipes_are_read) {
    EXPECT_EQ(shown(extract_markdown("a|b\n---|---\n1|2|3\n4\n", {})),
              "grid 2x3\n0,0 a\n0,1 b\n1,0 1\n1,1 2\n1,2 3\nend\n4\n");
}

TEST(Markdown, lines_with_pipes_but_without_a_rule_stay_lines) {
    EXPECT_EQ(shown(extract_markdown("规章 |\n0 |\n| - | - |\n", {})), "规章 |\n0 |\n| - | - |\n");
}

TEST(Markdown, a_line_end_tag_in_a_cell_ends_the_line) {
    EXPECT_EQ(shown(extract_markdown("|商业<br>企业|x<br/>y|\n|--|--|\n", {})),
              "grid 1x2\n0,0 商业⏎企业\n0,1 x⏎y\nend\n");
}

TEST(Markdown, emphasis_and_escapes_are_taken_away) {
    EXPECT_EQ(shown(extract_markdown("**一、** 1\\.属于`国家`秘密 2 ** 3\n", {})),
              "一、 1.属于国家秘密 2 ** 3\n");
}

TEST(Markdown, an_html_table_among_the_lines_is_read_as_html) {
    EXPECT_EQ(
        shown(extract_markdown("甲\n<table>\n<tr><td>a</td><td>1</td></tr>\n</table>\n乙", {})),
        "甲\ngrid 1x2\n0,0 a\n0,1 1\nend\n乙\n");
}

TEST(Markdown, a_grid_beyond_the_limits_is_refused) {
    ExtractLimits limits;
    limits.grid_columns_max = 2;
    EXPECT_EQ(shown(extract_markdown("|a|b|c|\n|--|--|--|\n", limits)),
              "PROBLEM document.too_many_parts");
}

TEST(Markdown, digits_above_the_line_do_not_join_those_before_them) {
    EXPECT_EQ(shown(extract_markdown("规章<sup>1</sup>12<sup>[2]</sup> a<sup>3\n", {})),
              "规章¹12[²] a<sup>3\n");
}

}  // namespace
}  // namespace gk::document
