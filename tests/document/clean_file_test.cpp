#include "document/clean_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/clean_parts.hpp"
#include "document/extract.hpp"
#include "document/office_builder.hpp"
#include "document/office_package.hpp"
#include "document/official_document.hpp"
#include "document/picture_builder.hpp"
#include "document/wire.hpp"
#include "document/zip_writer.hpp"

namespace gk::document {
namespace {

using namespace std::string_view_literals;
using testing::HasSubstr;
using testing::Not;

template <typename T>
std::string problem(const Result<T>& result) {
    return result ? "no problem" : result.error().first().code;
}

std::string pdf_with_author() {
    return write_pdf({.title = "标题",
                      .author = "某某机关",
                      .made_at = Moment{1},
                      .blocks = {Text{{}, "正文"}}});
}

TEST(CleanFile, a_photo_loses_where_and_with_what_it_was_taken) {
    const auto photo = test::jpeg(8, 4, {.exif_orientation = 1, .comment = "GPS 44.3N 85.6E"});
    ASSERT_THAT(photo, HasSubstr("GPS"));
    const auto clean = clean_file(photo);
    ASSERT_TRUE(clean.has_value());
    EXPECT_EQ(clean->kind, MediaKind::jpeg);
    EXPECT_THAT(clean->bytes, Not(HasSubstr("GPS")));
    EXPECT_THAT(clean->bytes, Not(HasSubstr("Exif")));
    EXPECT_EQ(test::jpeg_size(clean->bytes), (test::Size{8, 4}));
}

TEST(CleanFile, a_photo_taken_upright_stays_upright) {
    const auto photo = test::jpeg(32, 16, {.exif_orientation = 6});
    EXPECT_EQ(exif_orientation(photo), 6);
    EXPECT_EQ(test::jpeg_size(clean_file(photo)->bytes), (test::Size{16, 32}));
    EXPECT_EQ(test::jpeg_size(clean_file(test::jpeg(32, 16, {.exif_orientation = 3}))->bytes),
              (test::Size{32, 16}));
}

TEST(CleanFile, an_orientation_that_makes_no_sense_is_none) {
    EXPECT_EQ(exif_orientation(test::jpeg(8, 8, {.exif_orientation = 9})), 1);
    EXPECT_EQ(exif_orientation(test::jpeg(8, 8, {})), 1);
    EXPECT_EQ(exif_orientation("\xFF\xD8\xFF\xE1\x00\x10"sv), 1);
}

TEST(CleanFile, a_picture_keeps_its_pixels_and_loses_its_texts) {
    const auto picture = test::png(3, 2, "Author", "张某");
    ASSERT_THAT(picture, HasSubstr("Author"));
    const auto clean = clean_file(picture);
    ASSERT_TRUE(clean.has_value());
    EXPECT_EQ(clean->kind, MediaKind::png);
    EXPECT_THAT(clean->bytes, Not(HasSubstr("Author")));
    EXPECT_EQ(test::png_pixels(clean->bytes), test::png_pixels(picture));
}

TEST(CleanFile, a_picture_of_a_newer_phone_becomes_jpeg) {
    const auto clean = clean_file(test::heic(64, 32));
    ASSERT_TRUE(clean.has_value()) << problem(clean);
    EXPECT_EQ(clean->kind, MediaKind::jpeg);
    EXPECT_EQ(test::jpeg_size(clean->bytes), (test::Size{64, 32}));
}

TEST(CleanFile, a_pdf_does_not_tell_who_made_it) {
    const auto pdf = pdf_with_author();
    const auto clean = clean_file(pdf);
    ASSERT_TRUE(clean.has_value()) << problem(clean);
    EXPECT_EQ(clean->kind, MediaKind::pdf);
    EXPECT_THAT(clean->bytes, Not(HasSubstr("/Author")));
    EXPECT_THAT(clean->bytes, Not(HasSubstr("cairo")));
    const auto read = extract(clean->bytes, "a.pdf");
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->title, "");
    EXPECT_EQ(std::get<Paragraph>(read->blocks.front()).text, "正文");
}

TEST(CleanFile, a_docx_does_not_tell_who_wrote_it) {
    const auto docx = write_docx({.title = "标题",
                                  .author = "某某机关",
                                  .made_at = Moment{1},
                                  .blocks = {Text{{}, "正文"}}});
    const auto clean = clean_file(docx);
    ASSERT_TRUE(clean.has_value()) << problem(clean);
    EXPECT_EQ(clean->kind, MediaKind::docx);
    const ExtractLimits limits;
    auto package = *OfficePackage::open(clean->bytes, limits);
    EXPECT_FALSE(package.has("docProps/core.xml"));
    EXPECT_THAT(*package.read("[Content_Types].xml"), Not(HasSubstr("core")));
    EXPECT_THAT(*package.read("_rels/.rels"), Not(HasSubstr("core")));
    EXPECT_EQ(std::get<Paragraph>(extract(clean->bytes, "a.docx")->blocks.front()).text, "正文");
}

TEST(CleanFile, a_docx_does_not_tell_who_changed_it) {
    const auto docx = test::docx(
        R"(<w:p w:rsidR="00AB12CD"><w:ins w:author="张某" w:date="2026-01-01T00:00:00Z">)"
        R"(<w:r><w:t>改</w:t></w:r></w:ins></w:p>)");
    const auto clean = clean_file(docx);
    ASSERT_TRUE(clean.has_value()) << problem(clean);
    auto package = *OfficePackage::open(clean->bytes, {});
    const auto text = *package.read("word/document.xml");
    EXPECT_THAT(text, Not(HasSubstr("张某")));
    EXPECT_THAT(text, Not(HasSubstr("2026-01-01")));
    EXPECT_THAT(text, Not(HasSubstr("00AB12CD")));
    EXPECT_THAT(text, HasSubstr("改"));
}

TEST(CleanFile, macros_are_refused) {
    const auto docx = test::docx(test::paragraph("正文"), {{"word/vbaProject.bin", "x"}});
    EXPECT_EQ(problem(clean_file(docx)), "document.has_macros");
}

TEST(CleanFile, what_is_of_another_kind_is_named) {
    EXPECT_EQ(problem(clean_file("GIF89a")), "document.upload_kind");
    EXPECT_EQ(clean_file("MZ\x90\0\3"sv).error().first().message, "这是程序文件，不能接收。");
    EXPECT_EQ(clean_file("GIF89a\1\0"sv).error().first().message, "这是别的格式的文件，不能接收。");
    EXPECT_EQ(clean_file("<html></html>").error().first().message, "这是文本或网页，不能接收。");
    EXPECT_EQ(problem(clean_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)), "document.upload_kind");
    EXPECT_EQ(problem(clean_file("")), "document.empty");
    const auto xlsx = zip({{"xl/workbook.xml", "<a/>"}});
    EXPECT_EQ(problem(clean_file(xlsx)), "document.upload_kind");
}

TEST(CleanFile, what_is_too_large_is_not_read) {
    CleanLimits limits;
    limits.bytes_max = 100;
    EXPECT_EQ(problem(clean_file(std::string(101, 'a'), limits)), "document.upload_too_large");
    limits = {};
    limits.pixels_max = 31;
    EXPECT_EQ(problem(clean_file(test::jpeg(8, 4, {}), limits)), "document.image_too_large");
    EXPECT_EQ(problem(clean_file(test::png(8, 4, "", ""), limits)), "document.image_too_large");
    EXPECT_EQ(problem(clean_file(test::heic(64, 32), limits)), "document.image_too_large");
    limits = {};
    limits.pages_max = 0;
    EXPECT_EQ(problem(clean_file(pdf_with_author(), limits)), "document.too_many_parts");
}

TEST(CleanFile, what_is_damaged_is_refused) {
    EXPECT_EQ(problem(clean_file("\xFF\xD8\xFF\xE0 not a picture"sv)), "document.broken_image");
    EXPECT_EQ(problem(clean_file(test::png(8, 4, "", "").substr(0, 40))), "document.broken_image");
    EXPECT_EQ(problem(clean_file(test::heic(64, 32).substr(0, 60))), "document.broken_image");
    EXPECT_EQ(problem(clean_file("%PDF-1.7\nnothing")), "document.broken_pdf");
    EXPECT_EQ(problem(clean_file("PK\x03\x04nothing")), "document.broken_archive");
}

TEST(CleanFile, one_that_takes_too_long_is_given_up) {
    CleanLimits limits;
    limits.child_seconds_max = 0;
    EXPECT_EQ(problem(clean_file(test::jpeg(8, 4, {}), limits)), "document.cleaner_stopped");
}

TEST(CleanFile, the_answer_of_the_child_is_not_believed) {
    const auto sound =
        clean_to_wire(Result<CleanFile>(CleanFile{MediaKind::png, test::png(2, 2, "", "")}));
    EXPECT_TRUE(clean_from_wire(sound).has_value());
    const auto lie = clean_to_wire(Result<CleanFile>(CleanFile{MediaKind::png, "<script>"}));
    EXPECT_FALSE(clean_from_wire(lie).has_value());
    EXPECT_FALSE(clean_from_wire(sound + "x").has_value());
    EXPECT_FALSE(clean_from_wire(sound.substr(0, 7)).has_value());
    EXPECT_FALSE(clean_from_wire("").has_value());
    EXPECT_FALSE(from_wire(sound).has_value());
}

}  // namespace
}  // namespace gk::document
