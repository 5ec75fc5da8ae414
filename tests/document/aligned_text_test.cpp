#include "document/aligned_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/blocks.hpp"
#include "document/text_file.hpp"

namespace gk::document {
namespace {

using test::shown;

std::string read(std::string_view text) {
    return shown(extract_plain_text(text, {}));
}

// As pdftotext prints it: a Chinese character is as wide as a digit.
TEST(AlignedText, columns_of_narrow_letters_are_a_table) {
    EXPECT_EQ(read("   信息内容   本年制发件数    本年废止件数    现行有效件数\n"
                   "规章               0          1       2\n"
                   "行政规范性文件          3          4       8\n"),
              "grid 4x5\n"
              "0,1 信息内容\n1,2 本年制发件数\n1,3 本年废止件数\n1,4 现行有效件数\n"
              "2,0\n2,1 规章\n2,2 0\n2,3 1\n2,4 2\n"
              "3,0\n3,1 行政规范性文件\n3,2 3\n3,3 4\n3,4 8\nend\n\n\n");
}

TEST(AlignedText, columns_of_wide_letters_are_a_table) {
    EXPECT_EQ(read("规章              0     1     2\n"
                   "行政规范性文件    3     4     8\n"),
              "grid 2x5\n0,0\n0,1 规章\n0,2 0\n0,3 1\n0,4 2\n"
              "1,0\n1,1 行政规范性文件\n1,2 3\n1,3 4\n1,4 8\nend\n\n");
}

TEST(AlignedText, a_label_of_several_lines_stands_beside_its_figures) {
    EXPECT_EQ(read("（一）予以公开                1     2     3\n"
                   "（二）部分公开（区分\n"
                   "                              4     5     6\n"
                   "处理的，只计这一情形）\n"
                   "（三）其他                    7     8     9\n"
                   "（四）总计                   12    15    18\n"),
              "grid 4x5\n0,0\n0,1 （一）予以公开\n0,2 1\n0,3 2\n0,4 3\n"
              "1,0\n1,1 （二）部分公开（区分⏎处理的，只计这一情形）\n1,2 4\n1,3 5\n1,4 6\n"
              "2,0\n2,1 （三）其他\n2,2 7\n2,3 8\n2,4 9\n"
              "3,0\n3,1 （四）总计\n3,2 12\n3,3 15\n3,4 18\nend\n\n\n\n\n\n");
}

TEST(AlignedText, a_figure_broken_at_the_edge_of_its_cell_is_one) {
    EXPECT_THAT(read("结    结    其    尚    总\n"
                     "18    0     7     19    20\n"
                     "4                 5     1\n"
                     "存在的问题。\n"
                     "18    0     7     19    20\n"
                     "18    0     7     19    20\n"),
                testing::HasSubstr("1,2 18 4\n1,3 0\n1,4 7\n1,5 19 5\n1,6 20 1\nend"));
}

TEST(AlignedText, two_heads_above_one_column_are_one) {
    EXPECT_THAT(read("          本年收结总计及结转  件\n"
                     "规章        0    1    2\n"
                     "文件        3    4    8\n"),
                testing::HasSubstr("本年收结总计及结转 件"));
}

TEST(AlignedText, rows_whose_columns_do_not_stand_below_each_other_stay_lines) {
    constexpr std::string_view text = "规章  0  1  2\n行政规范性文件  3  4  8\n";
    EXPECT_EQ(read(text), text);
}

TEST(AlignedText, tabs_and_running_text_end_a_table) {
    constexpr std::string_view text = "规章\t0     1     2\n全年  3     4     8。\n";
    EXPECT_EQ(read(text), text);
}

}  // namespace
}  // namespace gk::document
