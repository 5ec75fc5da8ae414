#include "document/pdf_joining.hpp"

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poppler-document.h>
#include <poppler-page.h>
#include <poppler-toc.h>

#include "document/pdf_builder.hpp"
#include "document/picture_builder.hpp"
#include "document/picture_pdf.hpp"

namespace gk::document {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string page_saying(std::string_view words) {
    return test::pdf("BT /F1 12 Tf 72 700 Td (" + std::string(words) + ") Tj ET");
}

TEST(PdfJoining, puts_the_pages_one_after_another_with_numbers_from_the_second_part_on) {
    const auto first = page_saying("cover");
    const auto second = page_saying("letter");
    const auto joined = joined_pdf({{"封面", first}, {"文书", second}, {"又一份", second}});
    ASSERT_FALSE(joined.bytes.empty());
    EXPECT_EQ(pdf_page_count(joined.bytes), 3U);
    poppler::byte_array bytes(joined.bytes.begin(), joined.bytes.end());
    const std::unique_ptr<poppler::document> pdf(poppler::document::load_from_data(&bytes));
    std::vector<std::string> pages;
    for (int i = 0; i < pdf->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(pdf->create_page(i));
        const auto text = page->text().to_utf8();
        pages.emplace_back(text.begin(), text.end());
    }
    EXPECT_THAT(pages[0], AllOf(HasSubstr("cover"), Not(HasSubstr("1"))));
    EXPECT_THAT(pages[1], AllOf(HasSubstr("letter"), HasSubstr("2")));
    EXPECT_THAT(pages[2], AllOf(HasSubstr("letter"), HasSubstr("3")));
    const std::unique_ptr<poppler::toc> contents(pdf->create_toc());
    ASSERT_NE(contents, nullptr);
    EXPECT_EQ(contents->root()->children().size(), 3U);
}

TEST(PdfJoining, names_the_part_that_cannot_be_read) {
    const auto fine = page_saying("cover");
    const auto joined = joined_pdf({{"封面", fine}, {"坏", "%PDF-1.7 broken"}});
    EXPECT_TRUE(joined.bytes.empty());
    EXPECT_EQ(joined.broken_part, 1U);
    EXPECT_EQ(pdf_page_count("no pdf"), 0U);
}

TEST(PicturePdf, is_one_page_of_the_picture) {
    const auto photo = picture_pdf(test::jpeg(400, 300, {.exif_orientation = 1}), MediaKind::jpeg);
    EXPECT_EQ(pdf_page_count(photo), 1U);
    EXPECT_THAT(photo, HasSubstr("DCTDecode"));
    EXPECT_EQ(pdf_page_count(picture_pdf(test::png(3, 2, "", ""), MediaKind::png)), 1U);
    EXPECT_EQ(picture_pdf("no picture", MediaKind::png), "");
    EXPECT_EQ(picture_pdf("no picture", MediaKind::jpeg), "");
}

}  // namespace
}  // namespace gk::document
