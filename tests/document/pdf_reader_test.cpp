// PDF files, read in the child as every PDF is.
#include <gtest/gtest.h>

#include "document/blocks.hpp"
#include "document/extract.hpp"
#include "document/official_document.hpp"
#include "document/pdf_builder.hpp"
#include "support/shared_data.hpp"

namespace gk::document {
namespace {

using test::pdf;
using test::problem_code;
using test::shown;

TEST(PdfReader, text_and_a_ruled_table_are_read) {
    EXPECT_EQ(shown(extract(pdf("BT /F1 12 Tf 100 700 Td (Report) Tj ET "
                                "100 600 200 40 re S 200 600 m 200 640 l S 100 620 m 300 620 l S "
                                "BT /F1 10 Tf 110 625 Td (Rules) Tj 100 0 Td (3) Tj "
                                "-100 -20 Td (Permits) Tj 100 0 Td (94) Tj ET"),
                            "a.pdf")),
              "Report\ngrid 2x2\n0,0 Rules\n0,1 3\n1,0 Permits\n1,1 94\nend\n");
}

TEST(PdfReader, a_pdf_without_text_is_refused) {
    EXPECT_EQ(problem_code(extract(pdf("100 600 200 40 re f"), "a.pdf")), "document.no_text_layer");
}

TEST(PdfReader, a_pdf_with_a_password_is_refused) {
    const std::string key(32, 'k');
    EXPECT_EQ(problem_code(extract(pdf("BT /F1 12 Tf (x) Tj ET",
                                       "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" +
                                           key + ")/U(" + key + ")>>"),
                                   "a.pdf")),
              "document.encrypted");
}

TEST(PdfReader, a_damaged_pdf_is_refused) {
    EXPECT_EQ(problem_code(extract("%PDF-1.7\nrubbish", "a.pdf")), "document.broken_pdf");
}

TEST(PdfReader, a_pdf_of_too_many_pages_is_refused) {
    ExtractLimits limits;
    limits.pages_max = 0;
    EXPECT_EQ(problem_code(extract(pdf("BT /F1 12 Tf (x) Tj ET"), "a.pdf", limits)),
              "document.too_many_parts");
}

TEST(PdfReader, what_we_write_is_read_back) {
    OfficialDocument document;
    document.title = "年度报告";
    document.blocks.emplace_back(Text{TextLevel::title, "测试镇2024年度报告"});
    document.blocks.emplace_back(Text{TextLevel::first_level, "一、总体情况"});
    BoxedTable table;
    table.caption = "表";
    table.rows = 2;
    table.column_shares = {0.5, 0.25, 0.25};
    table.cells = {
        {"信息内容", 0, 0}, {"本年", 0, 1, 1, 2}, {"规章", 1, 0}, {"3", 1, 1}, {"0", 1, 2}};
    document.blocks.emplace_back(table);
    EXPECT_EQ(shown(extract(write_pdf(document), "a.pdf")),
              "测试镇2024年度报告\n一、总体情况\n"
              "grid 2x3\n0,0 信息内容\n0,1 1x2 本年\n1,0 规章\n1,1 3\n1,2 0\nend\n");
}

TEST(PdfReader, the_sample_of_a_district_gives_its_tables_across_pages) {
    GK_SHARED_FOLDER_OR_SKIP(samples, "samples/annual-reports");
    const auto text = shown(extract_file(samples / "hongze-2024.pdf"));
    EXPECT_TRUE(text.starts_with("淮安市洪泽区人民政府\n2024年政府信息公开工作年度报告\n"));
    EXPECT_NE(text.find("\ngrid 14x4\n0,0 1x4 第二十条第（一）项\n"), text.npos);
    EXPECT_NE(text.find("\ngrid 26x10\n0,0 3x3 （本列数据的勾稽关系为："), text.npos);
    EXPECT_NE(text.find("5,0 11x1 三、本年度办理结果\n"), text.npos);
    EXPECT_NE(text.find("\ngrid 4x15\n0,0 1x5 行政复议\n"), text.npos);
    EXPECT_EQ(text.find("-3-"), text.npos);
}

}  // namespace
}  // namespace gk::document
