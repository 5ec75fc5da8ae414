#include "document/xlsx.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "document/blocks.hpp"
#include "document/extract.hpp"
#include "document/office_builder.hpp"

namespace gk::document {
namespace {

using test::shown;
using test::xlsx;

std::string read(std::string_view sheet, std::string_view strings = {},
                 const ExtractLimits& limits = {}) {
    return shown(extract_here(xlsx(sheet, strings), "a.xlsx", limits));
}

std::string text_cell(std::string_view place, std::string_view text) {
    return fmt::format("<c r='{}' t='inlineStr'><is><t>{}</t></is></c>", place, text);
}

TEST(Xlsx, cells_of_every_type_are_text) {
    EXPECT_EQ(
        read("<sheetData><row r='3'><c r='B3' t='s'><v>1</v></c><c r='C3'><v>12</v></c>"
             "<c r='D3' t='b'><v>1</v></c><c r='E3' t='str'><f>A1</f><v>x</v></c>"
             "<c r='F3'><f>SUM(A1:A2)</f><v>59237.244899999998</v></c>"
             "<c r='G3' t='inlineStr'><is><r><t>规</t></r><r><t>章</t></r></is></c>"
             "<c r='H3' t='e'><v>#REF!</v></c></row></sheetData>",
             "<si><t>甲</t></si><si><r><t>行政</t></r><r><t>许可</t></r><rPh><t>x</t></rPh></si>"),
        "grid 1x7\n0,0 行政许可\n0,1 12\n0,2 TRUE\n0,3 x\n0,4 59237.2449\n0,5 规章\n"
        "0,6 #REF!\nend\n");
}

TEST(Xlsx, numbers_are_printed_without_the_noise_of_binary) {
    EXPECT_EQ(plain_number("0"), "0");
    EXPECT_EQ(plain_number("3.10"), "3.10");
    EXPECT_EQ(plain_number("0.10000000000000001"), "0.1");
    EXPECT_EQ(plain_number("1.2345E4"), "12345");
    EXPECT_EQ(plain_number("-2.5E-2"), "-0.025");
    EXPECT_EQ(plain_number("1E400"), "1E400");
    EXPECT_EQ(plain_number("elephant"), "elephant");
}

TEST(Xlsx, merged_cells_have_spans_and_cover_what_is_below) {
    EXPECT_EQ(read("<sheetData><row r='1'>" + text_cell("A1", "a") + text_cell("C1", "b") +
                   "</row><row r='2'>" + text_cell("A2", "covered") + text_cell("C2", "c") +
                   "</row></sheetData><mergeCells><mergeCell ref='A1:B2'/>"
                   "<mergeCell ref='D1:XFD9'/><mergeCell ref='bad'/></mergeCells>"),
              "grid 2x3\n0,0 2x2 a\n0,2 b\n1,2 c\nend\n");
}

TEST(Xlsx, a_merged_range_that_lies_on_another_does_not_count) {
    EXPECT_EQ(read("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
                   "<row><c/><c><v>3</v></c></row></sheetData><mergeCells>"
                   "<mergeCell ref='A1:A2'/><mergeCell ref='A1:B2'/></mergeCells>"),
              "grid 2x2\n0,0 2x1 1\n0,1 2\n1,1 3\nend\n");
}

TEST(Xlsx, a_merged_cell_that_reaches_far_is_cut_to_what_has_text) {
    EXPECT_EQ(read("<sheetData><row r='1'>" + text_cell("A1", "a") +
                   "<c r='B1'><v>1</v></c></row>"
                   "<row r='2'><c r='B2'><v>2</v></c></row></sheetData>"
                   "<mergeCells><mergeCell ref='A1:A1048576'/></mergeCells>"),
              "grid 2x2\n0,0 2x1 a\n0,1 1\n1,1 2\nend\n");
}

TEST(Xlsx, lines_around_a_table_are_paragraphs_and_blank_rows_part_tables) {
    EXPECT_EQ(
        read("<sheetData><row r='1'>" + text_cell("A1", "年度报告") + "</row><row r='3'>" +
             text_cell("A3", "二、") + "</row><row r='4'>" + text_cell("A4", "规章") +
             "<c r='B4'><v>3</v></c></row><row r='5'>" + text_cell("A5", "注&#10;尾") +
             "</row><row r='7'>" + text_cell("B7", "x") + text_cell("C7", "y") +
             "</row></sheetData>"),
        "年度报告\n二、\ngrid 1x2\n0,0 规章\n0,1 3\nend\n注\n尾\ngrid 1x2\n0,0 x\n0,1 y\nend\n");
}

TEST(Xlsx, what_hidden_rows_and_columns_hold_is_left_out) {
    EXPECT_EQ(
        read("<cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='1' hidden='1'>" +
             text_cell("A1", "x") + "</row><row r='2'>" + text_cell("A2", "a") +
             text_cell("B2", "y") + text_cell("C2", "b") + "</row></sheetData>"),
        "grid 1x3\n0,0 a\n0,1\n0,2 b\nend\n");
}

TEST(Xlsx, cells_without_a_place_follow_each_other) {
    EXPECT_EQ(read("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
                   "<row><c><v>3</v></c><c><v>4</v></c></row></sheetData>"),
              "grid 2x2\n0,0 1\n0,1 2\n1,0 3\n1,1 4\nend\n");
}

TEST(Xlsx, blocks_carry_the_number_of_their_sheet) {
    const auto document = extract_here(
        xlsx("<sheetData><row r='1'>" + text_cell("A1", "a") + "</row></sheetData>"), "");
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->kind, FileKind::xlsx);
    EXPECT_EQ(std::get<Paragraph>(document->blocks.at(0)).page, 1);
}

TEST(Xlsx, a_sheet_wider_than_allowed_is_refused) {
    EXPECT_EQ(read("<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>1</v></c></row>"
                   "</sheetData>"),
              "PROBLEM document.too_many_parts");
}

TEST(Xlsx, one_long_string_in_many_cells_is_refused) {
    ExtractLimits limits;
    limits.unpacked_bytes_max = 20'000;
    std::string cells;
    for (int i = 0; i < 300; ++i) {
        cells += "<c t='s'><v>0</v></c>";
    }
    EXPECT_EQ(read("<sheetData><row>" + cells + "</row></sheetData>",
                   "<si><t>" + std::string(1000, 'a') + "</t></si>", limits),
              "PROBLEM document.too_many_parts");
}

TEST(Xlsx, a_sheet_that_is_not_there_is_named) {
    const auto file = zip({{"xl/workbook.xml",
                            "<workbook><sheets><sheet name='年报' r:id='rId1'/>"
                            "</sheets></workbook>"}});
    const auto refused = extract_here(file, "a.xlsx");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "document.broken_archive");
    EXPECT_EQ(refused.error().first().message, "文件已损坏，缺少或读不出“年报”。");
}

TEST(Xlsx, digits_above_the_line_do_not_join_those_before_them) {
    EXPECT_EQ(read("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>2</v></c></row>"
                   "</sheetData>",
                   "<si><r><t>12</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>"
                   "</si>"),
              "grid 1x2\n0,0 12¹\n0,1 2\nend\n");
}

}  // namespace
}  // namespace gk::document
