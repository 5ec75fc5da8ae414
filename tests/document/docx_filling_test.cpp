#include "document/docx_filling.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "document/office_builder.hpp"
#include "document/office_package.hpp"

namespace gk::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::map<std::string, std::string, std::less<>> given = {
    {"姓名", "申请人甲"}, {"事项", "1.甲\n2.乙"}, {"没有", ""}};

std::string filled(std::string_view docx) {
    const auto result = filled_docx(docx, [](std::string_view name) {
        const auto found = given.find(name);
        return found == given.end() ? std::nullopt : std::optional(found->second);
    });
    EXPECT_TRUE(result.has_value());
    return result ? *result : std::string();
}

std::string part(const std::string& docx, std::string_view path) {
    return *OfficePackage::open(docx, {})->read(path);
}

std::vector<std::string> lines(const std::string& docx) {
    std::vector<std::string> all;
    const auto read = extract(docx, "a.docx");
    EXPECT_TRUE(read.has_value());
    for (const auto& block : read->blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            all.push_back(paragraph->text);
        } else {
            for (const auto& cell : std::get<Grid>(block).cells) {
                all.push_back("|" + cell.text);
            }
        }
    }
    return all;
}

TEST(DocxFilling, fills_a_placeholder_that_is_spread_over_runs_and_keeps_their_look) {
    const auto docx = filled(
        test::docx("<w:p><w:r><w:t>致{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ 姓</w:t></w:r>"
                   "<w:r><w:t>名}}：</w:t></w:r></w:p>"));
    EXPECT_THAT(lines(docx), ElementsAre("致申请人甲："));
    EXPECT_THAT(part(docx, "word/document.xml"), HasSubstr("<w:b/>"));
}

TEST(DocxFilling, makes_paragraphs_of_lines_where_the_placeholder_stands_alone) {
    const auto docx = filled(test::docx(test::paragraph("{{事项}}", "<w:jc w:val=\"both\"/>") +
                                        test::paragraph("其中{{事项}}完")));
    EXPECT_THAT(lines(docx), ElementsAre("1.甲", "2.乙", "其中1.甲", "2.乙完"));
    const auto body = part(docx, "word/document.xml");
    EXPECT_NE(body.find("w:jc"), body.rfind("w:jc"));
}

TEST(DocxFilling, drops_a_paragraph_whose_value_is_empty_but_no_cell) {
    const auto docx = filled(test::docx(test::paragraph("一") + test::paragraph("另{{没有}}") +
                                        "<w:tbl><w:tr>" + test::table_cell("{{没有}}") +
                                        test::table_cell("{{姓名}}") + "</w:tr></w:tbl>"));
    EXPECT_THAT(lines(docx), ElementsAre("一", "|", "|申请人甲"));
}

TEST(DocxFilling, fills_headers_and_footers_and_leaves_what_it_does_not_know) {
    const std::string header =
        "<x:hdr xmlns:x=\"urn:w\"><x:p><x:r><x:t>{{姓名}}{{事项}}</x:t></x:r></x:p></x:hdr>";
    const auto docx =
        filled(test::docx(test::paragraph("{{文号}}{{"), {{"word/header2.xml", header},
                                                          {"word/footer1.xml", header},
                                                          {"word/comments.xml", header}}));
    EXPECT_THAT(lines(docx), ElementsAre("{{文号}}{{"));
    EXPECT_THAT(part(docx, "word/header2.xml"), HasSubstr("申请人甲1.甲</x:t><x:br"));
    EXPECT_THAT(part(docx, "word/footer1.xml"), HasSubstr("申请人甲"));
    EXPECT_THAT(part(docx, "word/comments.xml"), Not(HasSubstr("申请人甲")));
}

TEST(DocxFilling, refuses_what_is_no_docx) {
    EXPECT_FALSE(filled_docx("docx", [](std::string_view) { return std::nullopt; }).has_value());
}

}  // namespace
}  // namespace gk::document
