#include "document/docx.hpp"

#include <gtest/gtest.h>

#include "document/blocks.hpp"
#include "document/extract.hpp"
#include "document/list_number.hpp"
#include "document/office_builder.hpp"
#include "support/shared_data.hpp"

namespace gk::document {
namespace {

using test::docx;
using test::paragraph;
using test::shown;
using test::table_cell;

std::string read(std::string_view body, std::vector<ZipPart> parts = {},
                 const ExtractLimits& limits = {}) {
    return shown(extract_here(docx(body, std::move(parts)), "a.docx", limits));
}

std::string row(std::string_view cells) {
    return "<w:tr>" + std::string(cells) + "</w:tr>";
}

std::string table(std::string_view rows) {
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + std::string(rows) + "</w:tbl>";
}

TEST(Docx, runs_of_a_paragraph_are_joined) {
    EXPECT_EQ(read("<w:p><w:r><w:t>新收</w:t></w:r><w:hyperlink><w:r><w:t xml:space='preserve'> 3 "
                   "</w:t></w:r></w:hyperlink><w:r><w:t>件</w:t></w:r></w:p>"),
              "新收 3 件\n");
}

TEST(Docx, tabs_breaks_hyphens_and_symbols_are_text) {
    EXPECT_EQ(read("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>"
                   "<w:noBreakHyphen/><w:sym w:font='Wingdings' w:char='F0FE'/>"
                   "<w:sym w:font='x' w:char='2460'/><w:sym w:char='F001'/></w:r></w:p>"),
              "甲\t乙\n丙-☑①\n");
}

TEST(Docx, deletions_and_hidden_text_are_dropped_and_insertions_kept) {
    EXPECT_EQ(
        read("<w:p><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:del><w:r><w:delText>34</w:delText>"
             "</w:r></w:del><w:moveFrom><w:r><w:t>5</w:t></w:r></w:moveFrom><w:r><w:rPr>"
             "<w:vanish/></w:rPr><w:t>6</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr>"
             "<w:t>7</w:t></w:r></w:p>"),
        "127\n");
}

TEST(Docx, a_field_gives_its_result_and_notes_are_left_out) {
    EXPECT_EQ(read("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>2</w:t>"
                   "<w:footnoteReference w:id='1'/></w:r></w:p>"),
              "2\n");
}

TEST(Docx, a_part_given_in_several_ways_is_read_once_with_its_text_box) {
    EXPECT_EQ(read("<w:p><w:r><w:t>文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>"
                   "<w:drawing><wps:txbx><w:txbxContent>" +
                   paragraph("框") +
                   "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                   "<w:txbxContent>" +
                   paragraph("框") +
                   "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
                   "</w:r></w:p>"),
              "文\n框\n");
}

TEST(Docx, content_controls_are_read_in_place) {
    EXPECT_EQ(read("<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("甲") +
                   "<w:p><w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt></w:p>"
                   "</w:sdtContent></w:sdt>"),
              "甲\n乙\n");
}

TEST(Docx, another_prefix_than_w_is_read_too) {
    const auto file = zip({{"word/document.xml",
                            "<a:document xmlns:a='u'><a:body><a:p><a:r><a:t>甲</a:t></a:r></a:p>"
                            "</a:body></a:document>"}});
    EXPECT_EQ(shown(extract_here(file, "a.docx")), "甲\n");
}

TEST(Docx, headings_take_their_level_from_the_outline_or_the_style) {
    const ZipPart styles = {
        "word/styles.xml",
        "<w:styles><w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='a'><w:basedOn w:val='b'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='b'><w:pPr><w:outlineLvl w:val='2'/></w:pPr>"
        "</w:style><w:style w:type='paragraph' w:styleId='c'><w:basedOn w:val='c'/></w:style>"
        "</w:styles>"};
    EXPECT_EQ(
        read(paragraph("一", "<w:pStyle w:val='1'/>") + paragraph("二", "<w:pStyle w:val='a'/>") +
                 paragraph("三", "<w:outlineLvl w:val='1'/>") +
                 paragraph("四", "<w:pStyle w:val='a'/><w:outlineLvl w:val='9'/>") +
                 paragraph("五", "<w:pStyle w:val='c'/>"),
             {styles}),
        "#1 一\n#3 二\n#2 三\n四\n五\n");
}

TEST(Docx, automatic_numbers_are_part_of_the_text) {
    const ZipPart numbering = {
        "word/numbering.xml",
        "<w:numbering><w:abstractNum w:abstractNumId='0'>"
        "<w:lvl w:ilvl='0'><w:start w:val='2'/><w:numFmt w:val='chineseCounting'/>"
        "<w:lvlText w:val='%1、'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2 '/></w:lvl>"
        "<w:lvl w:ilvl='2'><w:numFmt w:val='bullet'/><w:lvlText w:val='x'/></w:lvl>"
        "</w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='6'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
        "<w:startOverride w:val='9'/></w:lvlOverride></w:num></w:numbering>"};
    const auto in_list = [](int list, int level) {
        return "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" +
               std::to_string(list) + "'/></w:numPr>";
    };
    EXPECT_EQ(read(paragraph("a", in_list(5, 0)) + paragraph("b", in_list(5, 1)) +
                       paragraph("c", in_list(5, 1)) + paragraph("d", in_list(5, 2)) +
                       paragraph("e", in_list(5, 0)) + paragraph("f", in_list(5, 1)) +
                       paragraph("g", in_list(6, 0)) + paragraph("h", in_list(0, 0)),
                   {numbering}),
              "二、a\n二.1 b\n二.2 c\nd\n三、e\n三.1 f\n九、g\nh\n");
}

TEST(Docx, numbers_are_printed_as_their_format_says) {
    EXPECT_EQ(formatted_number(10, "chineseCounting"), "十");
    EXPECT_EQ(formatted_number(21, "chineseCountingThousand"), "二十一");
    EXPECT_EQ(formatted_number(27, "lowerLetter"), "aa");
    EXPECT_EQ(formatted_number(3, "upperLetter"), "C");
    EXPECT_EQ(formatted_number(14, "upperRoman"), "XIV");
    EXPECT_EQ(formatted_number(9, "lowerRoman"), "ix");
    EXPECT_EQ(formatted_number(3, "decimalEnclosedCircleChinese"), "③");
    EXPECT_EQ(formatted_number(120, "chineseCounting"), "120");
    EXPECT_EQ(formatted_number(4, "unheard"), "4");
}

TEST(Docx, merged_cells_stand_once_with_their_spans) {
    EXPECT_EQ(read(table(row(table_cell("a", "<w:vMerge w:val='restart'/>") +
                             table_cell("b", "<w:gridSpan w:val='2'/>")) +
                         row(table_cell("", "<w:vMerge/>") + table_cell("c") + table_cell("d")))),
              "grid 2x3\n0,0 2x1 a\n0,1 1x2 b\n1,1 c\n1,2 d\nend\n");
    EXPECT_EQ(read(table(row(table_cell("a", "<w:hMerge w:val='restart'/>") +
                             table_cell("", "<w:hMerge/>") + table_cell("b")) +
                         row(table_cell("1") + table_cell("2") + table_cell("3")))),
              "grid 2x3\n0,0 1x2 a\n0,2 b\n1,0 1\n1,1 2\n1,2 3\nend\n");
}

TEST(Docx, a_row_that_begins_late_leaves_its_columns_free) {
    EXPECT_EQ(read(table(row(table_cell("a") + table_cell("b")) +
                         row("<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + table_cell("c")))),
              "grid 2x2\n0,0 a\n0,1 b\n1,1 c\nend\n");
}

TEST(Docx, deleted_rows_are_left_out) {
    EXPECT_EQ(read(table(row(table_cell("a") + table_cell("1")) +
                         row("<w:trPr><w:del/></w:trPr>" + table_cell("b") + table_cell("2")))),
              "grid 1x2\n0,0 a\n0,1 1\nend\n");
}

TEST(Docx, a_table_inside_a_layout_table_is_a_grid_of_its_own) {
    EXPECT_EQ(read(table(row("<w:tc>" + paragraph("二、") +
                             table(row(table_cell("规章") + table_cell("3"))) + "</w:tc>"))),
              "二、\ngrid 1x2\n0,0 规章\n0,1 3\nend\n");
}

TEST(Docx, a_document_type_declaration_is_refused) {
    const auto file = zip({{"word/document.xml",
                            "<!DOCTYPE d [<!ENTITY a 'x'>]><w:document><w:body/></w:document>"}});
    EXPECT_EQ(shown(extract_here(file, "a.docx")), "PROBLEM document.entity_refused");
    const auto open = zip({{"word/document.xml", "<!DOCTYPE d [<!ENTITY a 'x'"}});
    EXPECT_EQ(shown(extract_here(open, "a.docx")), "PROBLEM document.entity_refused");
}

TEST(Docx, elements_nested_too_deep_are_refused) {
    std::string deep;
    std::string ends;
    for (int i = 0; i < 5000; ++i) {
        deep += "<w:sdt>";
        ends += "</w:sdt>";
    }
    EXPECT_EQ(read(deep + ends), "PROBLEM document.too_deep");
    EXPECT_EQ(read("<w:p>" + deep + ends + "</w:p>"), "PROBLEM document.too_deep");
    EXPECT_EQ(read("<w:tbl>" + deep + ends + "</w:tbl>"), "PROBLEM document.too_deep");
}

TEST(Docx, more_paragraphs_than_allowed_are_refused) {
    ExtractLimits limits;
    limits.blocks_max = 1;
    EXPECT_EQ(read(paragraph("a") + paragraph("b"), {}, limits), "PROBLEM document.too_many_parts");
}

TEST(Docx, what_is_no_text_in_the_xml_is_left_out) {
    EXPECT_EQ(read(paragraph("甲\xFF&#xD800;&#7;乙")), "甲\uFFFD\uFFFD\uFFFD\uFFFD乙\n");
}

TEST(Docx, the_sample_of_a_city_gives_its_title_and_tables) {
    GK_SHARED_FOLDER_OR_SKIP(samples, "samples/annual-reports");
    const auto text = shown(extract_file(samples / "suqian-2023.docx"));
    EXPECT_TRUE(text.starts_with("#2 宿迁市2023年政府信息公开工作年度报告\n一、总体情况\n"));
    EXPECT_NE(text.find("0,0 1x4 第二十条第（一）项\n1,0 信息内容\n"), text.npos);
}

TEST(Docx, digits_above_the_line_do_not_join_those_before_them) {
    EXPECT_EQ(read("<w:p><w:r><w:t>12</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/>"
                   "</w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='subscript'/></w:rPr>"
                   "<w:t>2</w:t></w:r></w:p>"),
              "12¹2\n");
}

}  // namespace
}  // namespace gk::document
