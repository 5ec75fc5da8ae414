#include "letter/letter_docx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/office_builder.hpp"
#include "letter/sample.hpp"

namespace gk::letter {
namespace {

using law::LetterKind;
using testing::ElementsAre;

std::string docx_of(const LetterText& text, LetterLayout layout) {
    return document::write_docx(official_document(text, {.layout = layout}));
}

TEST(LetterDocx, comes_back_as_it_was_written) {
    for (const auto kind : {LetterKind::granted_in_part, LetterKind::correction_notice}) {
        for (const auto layout : letter_layouts()) {
            SCOPED_TRACE(law::key(kind));
            const auto text = sample_letter(kind);
            const auto read = read_letter_docx(docx_of(text, layout), "a.docx");
            ASSERT_TRUE(read.has_value());
            EXPECT_EQ(read->title, text.title);
            EXPECT_EQ(read->addressee, text.addressee);
            EXPECT_EQ(read->paragraphs, text.paragraphs);
            EXPECT_EQ(read->attachments, text.attachments);
            EXPECT_EQ(read->note, text.note);
            EXPECT_EQ(read->signature, text.signature);
        }
    }
}

TEST(LetterDocx, a_template_comes_back_and_passes_its_check) {
    for (const auto kind : law::letter_kinds()) {
        SCOPED_TRACE(law::key(kind));
        const auto read = read_template_docx(template_docx(kind, default_template(kind)), "a.docx");
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(*read, default_template(kind));
        EXPECT_TRUE(check_template(kind, *read).has_value());
    }
}

TEST(LetterDocx, is_told_apart_by_its_lines) {
    const auto text = letter_of_lines({"某镇人民政府", "政府信息公开申请", "答复书", "",
                                       "某公复〔2026〕7号", "申请人甲：", "一段。", "附件：1.甲表",
                                       "2.乙表", "某镇人民政府", "2026年3月31日"});
    EXPECT_EQ(text.title, "政府信息公开申请答复书");
    EXPECT_EQ(text.addressee, "申请人甲");
    EXPECT_THAT(text.paragraphs, ElementsAre(LetterParagraph{ParagraphLevel::body, "一段。"}));
    EXPECT_THAT(text.attachments, ElementsAre("甲表", "乙表"));
    EXPECT_EQ(text.signature, "某镇人民政府");
    EXPECT_EQ(text.note, "");
}

// A number before the name goes, but no byte of a name that itself begins with figures.
TEST(LetterDocx, keeps_the_whole_name_of_an_attachment) {
    const auto text = letter_of_lines(
        {"标题", "申请人甲：", "附件：1、甲表", "2．乙表", "20（26年）丙表", "12个月丁表"});
    EXPECT_THAT(text.attachments, ElementsAre("甲表", "乙表", "20（26年）丙表", "12个月丁表"));
}

TEST(LetterDocx, without_an_addressee_begins_with_its_title) {
    const auto text = letter_of_lines({"标题", "正文。"});
    EXPECT_EQ(text.title, "标题");
    EXPECT_EQ(text.addressee, "");
    EXPECT_EQ(text.paragraphs.size(), 1U);
    EXPECT_EQ(letter_of_lines({}), LetterText());
}

TEST(LetterDocx, of_another_kind_is_refused) {
    EXPECT_EQ(read_letter_docx("%PDF-1.7", "a.docx").error().first().code, "letter.not_docx");
    const auto xlsx = document::zip({{"xl/workbook.xml", "<workbook/>"}});
    EXPECT_FALSE(read_letter_docx(xlsx, "a.docx").has_value());
}

TEST(LetterDocx, says_the_rows_of_a_table_line_by_line) {
    const auto row = "<w:tr>" + document::test::table_cell("项目") +
                     document::test::table_cell("金额") + "</w:tr>";
    const auto table = document::test::docx(document::test::paragraph("标题") + "<w:tbl>" + row +
                                            row + "</w:tbl>");
    const auto text = read_letter_docx(table, "a.docx");
    ASSERT_TRUE(text.has_value());
    ASSERT_EQ(text->paragraphs.size(), 2U);
    EXPECT_EQ(text->paragraphs[1].text, "项目　金额");
}

}  // namespace
}  // namespace gk::letter
