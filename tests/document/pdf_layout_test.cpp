#include "document/pdf_layout.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "document/blocks.hpp"

namespace gk::document {
namespace {

// A word of characters 10 points wide and high.
PdfWord word(std::string_view text, double left, double top, int rotation = 0) {
    const auto count = static_cast<double>(text::decode(text).size());
    PdfWord result{std::string(text), left, top, left + 10 * count, top + 10, rotation, {}};
    if (rotation % 2 != 0) {
        result.right = left + 10;
        result.bottom = top + 10 * count;
    }
    for (double i = 0; i < count; ++i) {
        result.character_centers.push_back(left + 10 * i + 5);
    }
    return result;
}

PdfPage page(std::vector<PdfWord> words, PdfRules rules = {}) {
    return {600, 800, std::move(words), std::move(rules)};
}

// Rows 20 points high and columns 50 points wide, all ruled.
PdfRules ruled(double left, double top, int rows, int columns) {
    PdfRules rules;
    for (int i = 0; i <= rows; ++i) {
        rules.horizontal.push_back({top + 20 * i, left, left + 50 * columns});
    }
    for (int i = 0; i <= columns; ++i) {
        rules.vertical.push_back({left + 50 * i, top, top + 20 * rows});
    }
    return rules;
}

std::string read(std::vector<PdfPage> pages, const ExtractLimits& limits = {}) {
    auto blocks = blocks_of_pages(std::move(pages), limits);
    if (!blocks.has_value()) {
        return "PROBLEM " + blocks.error().first().code;
    }
    Document document;
    document.blocks = *std::move(blocks);
    return test::shown(document);
}

const std::string full_line(40, 'x');  // 400 points: from 100 to the right margin at 500.

TEST(PdfLayout, words_are_joined_to_lines_and_lines_to_paragraphs) {
    EXPECT_EQ(read({page({word("一、总体情况", 120, 100), word(full_line, 100, 120),
                          word("尾", 100, 140), word("新", 120, 160)})}),
              "一、总体情况\n" + full_line + "尾\n新\n");
}

TEST(PdfLayout, spaces_beside_chinese_characters_are_left_out) {
    EXPECT_EQ(read({page({word("2024", 100, 100), word("年", 145, 101), word("总", 160, 100),
                          word("计", 175, 100), word("two", 190, 100), word("words", 225, 100)})}),
              "2024年总计two words\n");
}

TEST(PdfLayout, wide_gaps_are_tabs_and_such_lines_stay_apart) {
    EXPECT_EQ(read({page({word(full_line, 100, 100), word("规章", 100, 120), word("0", 200, 120),
                          word("3", 300, 120), word("许可", 100, 140), word("1", 200, 140)})}),
              full_line + "\n规章\t0\t3\n许可\t1\n");
}

TEST(PdfLayout, page_numbers_are_left_out_and_paragraphs_go_on_across_pages) {
    EXPECT_EQ(read({page({word(full_line, 100, 700), word("-3-", 300, 780)}),
                    page({word("尾", 100, 100), word("第4页", 300, 780)})}),
              full_line + "尾\n");
    EXPECT_EQ(read({page({word("2024", 300, 400)})}), "2024\n");
}

TEST(PdfLayout, a_ruled_table_is_a_grid_between_the_lines) {
    EXPECT_EQ(read({page({word("前", 100, 80), word("规章", 105, 105), word("3", 170, 105),
                          word("许可", 105, 125), word("12", 170, 125), word("后", 100, 160)},
                         ruled(100, 100, 2, 2))}),
              "前\ngrid 2x2\n0,0 规章\n0,1 3\n1,0 许可\n1,1 12\nend\n后\n");
}

TEST(PdfLayout, a_cell_reaches_as_far_as_no_line_parts_it) {
    auto rules = ruled(100, 100, 2, 3);
    rules.vertical[1] = {150, 120, 140};    // Parts the first two columns in the second row only.
    rules.horizontal[1] = {120, 100, 200};  // Parts the rows of the first two columns only.
    EXPECT_EQ(read({page({word("头", 130, 105), word("a", 110, 125), word("b", 160, 125),
                          word("c", 220, 115)},
                         rules)}),
              "grid 2x3\n0,0 1x2 头\n0,2 2x1 c\n1,0 a\n1,1 b\nend\n");
}

TEST(PdfLayout, wrapped_and_turned_text_in_a_cell_is_in_reading_order) {
    auto rules = ruled(100, 100, 2, 2);
    rules.horizontal[1] = {120, 150, 200};
    EXPECT_EQ(read({page({word("结果", 105, 118, 1), word("办理", 105, 101, 1),
                          word("机构", 160, 111), word("科研", 160, 101), word("7", 170, 125)},
                         rules)}),
              "grid 2x2\n0,0 2x1 办理结果\n0,1 科研⏎机构\n1,1 7\nend\n");
}

TEST(PdfLayout, a_word_across_a_rule_is_cut_in_two) {
    EXPECT_EQ(read({page({word("1234", 130, 105)}, ruled(100, 100, 1, 2))}),
              "grid 1x2\n0,0 12\n0,1 34\nend\n");
}

TEST(PdfLayout, a_table_goes_on_at_the_top_of_the_next_page) {
    EXPECT_EQ(read({page({word("a", 110, 725), word("1", 160, 725), word("-1-", 300, 780)},
                         ruled(100, 720, 1, 2)),
                    page({word("b", 110, 105), word("2", 160, 105)}, ruled(100, 100, 1, 2))}),
              "grid 2x2\n0,0 a\n0,1 1\n1,0 b\n1,1 2\nend\n");
    // Another table below a line of text is another grid.
    EXPECT_EQ(read({page({word("a", 110, 725)}, ruled(100, 720, 1, 2)),
                    page({word("三", 100, 80), word("b", 110, 105)}, ruled(100, 100, 1, 2))}),
              "grid 1x2\n0,0 a\n0,1\nend\n三\ngrid 1x2\n0,0 b\n0,1\nend\n");
}

TEST(PdfLayout, a_row_that_is_broken_between_pages_is_one_row) {
    // The label stands on one page, its figures on the next.
    EXPECT_EQ(read({page({word("2.没有", 105, 725)}, ruled(100, 720, 1, 3)),
                    page({word("信息", 105, 105), word("5", 160, 105), word("6", 210, 105),
                          word("3.不明", 105, 125), word("7", 160, 125)},
                         ruled(100, 100, 2, 3))}),
              "grid 2x3\n0,0 2.没有⏎信息\n0,1 5\n0,2 6\n1,0 3.不明\n1,1 7\n1,2\nend\n");
    // An empty row before another one stays a row of its own.
    EXPECT_EQ(read({page({word("2.没有", 105, 725)}, ruled(100, 720, 1, 3)),
                    page({word("3.不明", 105, 105), word("5", 160, 105)}, ruled(100, 100, 1, 3))}),
              "grid 2x3\n0,0 2.没有\n0,1\n0,2\n1,0 3.不明\n1,1 5\n1,2\nend\n");
}

TEST(PdfLayout, strokes_that_reach_from_line_to_line_in_a_low_row_part_no_cell) {
    auto rules = ruled(100, 100, 3, 2);
    rules.vertical.push_back({115, 120, 140});  // Within the only character of its cell.
    EXPECT_EQ(read({page({word("章", 110, 124), word("3", 170, 125)}, rules)}),
              "grid 3x2\n0,0\n0,1\n1,0 章\n1,1 3\n2,0\n2,1\nend\n");
}

TEST(PdfLayout, cells_with_borders_of_their_own_are_one_table) {
    PdfRules rules;
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 2; ++column) {
            const double left = 100 + 53 * column;
            const double top = 100 + 23 * row;
            for (const double y : {top, top + 20}) {
                rules.horizontal.push_back({y, left, left + 50});
            }
            for (const double x : {left, left + 50}) {
                rules.vertical.push_back({x, top, top + 20});
            }
        }
    }
    EXPECT_EQ(read({page({word("规章", 105, 105), word("3", 170, 105), word("许可", 105, 128),
                          word("12", 170, 128)},
                         rules)}),
              "grid 2x2\n0,0 规章\n0,1 3\n1,0 许可\n1,1 12\nend\n");
}

TEST(PdfLayout, figures_below_each_other_are_a_table_without_lines) {
    EXPECT_EQ(read({page({word("一、标题", 100, 60), word("新收", 200, 90), word("结转", 260, 90),
                          word("总计", 320, 90), word("国家", 110, 104), word("5", 205, 110),
                          word("0", 265, 110), word("15", 325, 110), word("秘密", 110, 116),
                          word("内部", 110, 134), word("12", 205, 134), word("3", 265, 134),
                          word("7", 325, 134), word("以上为全部数据。", 100, 160)})}),
              "一、标题\ngrid 3x5\n0,2 新收\n0,3 结转\n0,4 总计\n1,0\n1,1 国家⏎秘密\n1,2 5\n"
              "1,3 0\n1,4 15\n2,0\n2,1 内部\n2,2 12\n2,3 3\n2,4 7\nend\n以上为全部数据。\n");
    // Two figures in a line are none.
    EXPECT_EQ(read({page({word("规章", 100, 120), word("0", 200, 120), word("3", 300, 120)})}),
              "规章\t0\t3\n");
}

TEST(PdfLayout, borders_that_are_not_drawn_are_taken_to_be_there) {
    auto rules = ruled(100, 100, 2, 3);
    rules.vertical = {rules.vertical[1], rules.vertical[2]};
    EXPECT_EQ(read({page({word("a", 110, 105), word("b", 160, 105), word("c", 210, 105),
                          word("d", 110, 125)},
                         rules)}),
              "grid 2x3\n0,0 a\n0,1 b\n0,2 c\n1,0 d\n1,1\n1,2\nend\n");
}

TEST(PdfLayout, strokes_single_boxes_and_drawings_are_no_tables) {
    auto rules = ruled(100, 100, 1, 1);
    EXPECT_EQ(read({page({word("框", 110, 105)}, rules)}), "框\n");
    EXPECT_EQ(read({page({word("外", 400, 300)}, ruled(100, 100, 3, 3))}), "外\n");
    auto with_stroke = ruled(100, 100, 2, 2);
    with_stroke.vertical.push_back({125, 104, 116});
    EXPECT_EQ(read({page({word("a", 120, 105)}, with_stroke)}),
              "grid 2x2\n0,0 a\n0,1\n1,0\n1,1\nend\n");
}

TEST(PdfLayout, more_cells_than_allowed_are_refused) {
    ExtractLimits limits;
    limits.grid_cells_max = 20;
    EXPECT_EQ(read({page({word("a", 105, 105)}, ruled(100, 100, 9, 9))}, limits),
              "PROBLEM document.too_many_parts");
    limits.blocks_max = 0;
    EXPECT_EQ(read({page({word("a", 100, 100)})}, limits), "PROBLEM document.too_many_parts");
}

}  // namespace
}  // namespace gk::document
