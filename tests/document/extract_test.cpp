#include "document/extract.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "document/blocks.hpp"
#include "support/shared_data.hpp"

namespace gk::document {
namespace {

using namespace std::string_view_literals;
using test::problem_code;
using test::shown;

FileKind kind_of(std::string_view bytes, std::string_view name = "report") {
    const auto document = extract(bytes, name);
    EXPECT_TRUE(document.has_value()) << shown(document);
    return document.has_value() ? document->kind : FileKind::pdf;
}

TEST(Extract, the_content_decides_the_kind_whatever_the_name_says) {
    EXPECT_EQ(kind_of("<!DOCTYPE html><p>x", "a.txt"), FileKind::html);
    EXPECT_EQ(kind_of("\n<div class=a>x</div>", "a.docx"), FileKind::html);
    EXPECT_EQ(kind_of("说明 <TABLE border=1><tr><td>1</table>"), FileKind::html);
    EXPECT_EQ(kind_of("一、总体情况 a<b", "a.html"), FileKind::plain_text);
    EXPECT_EQ(kind_of("| a | b |\n|---|---|\n| 1 | 2 |"), FileKind::markdown);
}

TEST(Extract, the_name_decides_between_markdown_and_plain_text) {
    EXPECT_EQ(kind_of("# source: x\n一、", "a.txt"), FileKind::plain_text);
    EXPECT_EQ(kind_of("# 报告\n一、", "A.MD"), FileKind::markdown);
    EXPECT_EQ(kind_of("| a | b |\n|---|---|\n", "a.txt"), FileKind::plain_text);
}

TEST(Extract, a_page_labelled_gb2312_is_decoded) {
    EXPECT_EQ(shown(extract("<meta charset=gb2312><p>\xB9\xE6\xD5\xC2 3</p>", "a.htm")),
              "规章 3\n");
}

TEST(Extract, an_empty_file_is_refused) {
    EXPECT_EQ(problem_code(extract("", "a.txt")), "document.empty");
}

TEST(Extract, a_file_above_the_limit_is_refused_with_the_limit_in_the_message) {
    ExtractLimits limits;
    limits.bytes_max = 2U << 20U;
    const auto refused = extract(std::string((2U << 20U) + 1, 'a'), "a.txt", limits);
    EXPECT_EQ(problem_code(refused), "document.too_large");
    EXPECT_EQ(refused.error().first().message, "文件超过2MB，没有读取。");
}

TEST(Extract, other_kinds_of_file_are_named_and_refused) {
    EXPECT_EQ(problem_code(extract("\x89PNG\r\n\x1A\n", "a.docx")), "document.unsupported_kind");
    EXPECT_EQ(problem_code(extract("{\\rtf1\\ansi", "a.doc")), "document.unsupported_kind");
    EXPECT_EQ(problem_code(extract("<?xml version='1.0'?><Report/>", "a.xml")),
              "document.unsupported_kind");
    EXPECT_EQ(problem_code(extract("MIME-Version: 1.0\nContent-Type: multipart/related;", "a.mht")),
              "document.unsupported_kind");
    EXPECT_EQ(problem_code(extract("\x7F"
                                   "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0"sv,
                                   "a.txt")),
              "document.unknown_kind");
}

std::string ole_with(std::string_view stream) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : stream) {
        bytes += c;
        bytes += '\0';
    }
    return bytes;
}

TEST(Extract, old_office_files_are_refused_with_the_way_out) {
    const auto refused = extract(ole_with("WordDocument"), "a.doc");
    EXPECT_EQ(problem_code(refused), "document.old_office");
    EXPECT_EQ(refused.error().first().hint, "请用Word或WPS打开，另存为docx后再试。");
    EXPECT_EQ(problem_code(extract(ole_with("Workbook"), "a.xls")), "document.old_office");
    EXPECT_EQ(problem_code(extract(ole_with("Other"), "a.xls")), "document.unknown_kind");
}

TEST(Extract, an_encrypted_office_file_is_refused) {
    EXPECT_EQ(problem_code(extract(ole_with("EncryptedPackage"), "a.docx")), "document.encrypted");
}

TEST(ExtractFile, a_large_file_is_refused_unread_and_a_missing_one_is_named) {
    const auto path = std::filesystem::path(testing::TempDir()) / "gongkai-large.txt";
    std::ofstream(path).put('a');
    std::filesystem::resize_file(path, 200ULL << 20U);  // Sparse: takes no room.
    EXPECT_EQ(problem_code(extract_file(path)), "document.too_large");
    std::filesystem::remove(path);
    EXPECT_EQ(problem_code(extract_file(path)), "document.file_unreadable");
}

TEST(ExtractFile, a_folder_is_no_file) {
    EXPECT_EQ(problem_code(extract_file(testing::TempDir())), "document.file_unreadable");
}

TEST(Samples, a_published_page_with_menus_gives_its_statutory_tables) {
    GK_SHARED_FOLDER_OR_SKIP(samples, "samples/annual-reports");
    const auto document = extract_file(samples / "shuyang-fgj-2023.html");
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->title, "沭阳县发展和改革局2023年政府信息公开年度报告-沭阳县发改局");
    const auto text = shown(document);
    EXPECT_NE(
        text.find("一、总体情况\n2023年，全年共审核发布各类公开政府信息249条。（叙述从略）\n"),
        text.npos);
    EXPECT_NE(text.find("0,0 1x4 第二十条第（一）项\n"), text.npos);
    EXPECT_EQ(text.find("星期天"), text.npos);
}

}  // namespace
}  // namespace gk::document
