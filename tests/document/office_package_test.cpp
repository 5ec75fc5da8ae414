#include "document/office_package.hpp"

#include <gtest/gtest.h>

#include "document/blocks.hpp"
#include "document/extract.hpp"
#include "document/office_builder.hpp"
#include "document/zip_writer.hpp"

namespace gk::document {
namespace {

using test::problem_code;

std::string code_of(std::string_view bytes, const ExtractLimits& limits = {}) {
    return problem_code(extract_here(bytes, "a.docx", limits));
}

std::string document_of_size(std::size_t size) {
    return zip({{"word/document.xml", "<d><body>" + std::string(size, ' ') + "</body></d>"}});
}

TEST(OfficePackage, a_damaged_archive_is_refused) {
    const auto whole = test::docx(test::paragraph("甲"));
    EXPECT_EQ(code_of(std::string_view(whole).substr(0, whole.size() / 2)),
              "document.broken_archive");
    auto damaged = whole;
    const auto at = damaged.find("word/document.xml") + 30;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    EXPECT_EQ(code_of(damaged), "document.broken_archive");
}

TEST(OfficePackage, a_document_that_is_not_xml_is_refused) {
    EXPECT_EQ(code_of(zip({{"word/document.xml", "<a><b></a>"}})), "document.broken_archive");
    EXPECT_EQ(code_of(zip({{"word/document.xml", "<a/>"}})), "document.broken_archive");
}

TEST(OfficePackage, what_unpacks_to_too_much_is_a_bomb) {
    EXPECT_EQ(code_of(document_of_size(3U << 20U)), "document.archive_bomb");  // By its ratio.
    ExtractLimits limits;
    limits.unpacked_bytes_max = 100'000;
    EXPECT_EQ(code_of(document_of_size(200'000), limits), "document.archive_bomb");
    EXPECT_EQ(code_of(document_of_size(20'000), limits), "none");
}

TEST(OfficePackage, an_archive_of_too_many_entries_is_a_bomb) {
    ExtractLimits limits;
    limits.archive_entries_max = 2;
    EXPECT_EQ(code_of(test::docx(""), limits), "document.archive_bomb");
}

TEST(OfficePackage, other_archives_are_named_and_refused) {
    EXPECT_EQ(code_of(zip({{"a.txt", "x"}})), "document.unsupported_kind");
    EXPECT_EQ(extract_here(zip({{"OFD.xml", "x"}}), "").error().first().message,
              "这是OFD文件，不能从中读取报告。");
    EXPECT_EQ(extract_here(zip({{"content.xml", "x"}}), "").error().first().message,
              "这是OpenDocument文件，不能从中读取报告。");
}

TEST(OfficePackage, paths_are_matched_without_regard_to_case_and_slashes) {
    const auto bytes = zip({{"Word\\Document.XML", "甲"}});
    auto package = OfficePackage::open(bytes, {});
    ASSERT_TRUE(package.has_value());
    EXPECT_TRUE(package->has("/word/document.xml"));
    EXPECT_EQ(*package->read("word/document.xml"), "甲");
    EXPECT_FALSE(package->read("word/other.xml").has_value());
}

}  // namespace
}  // namespace gk::document
