// Pages as pictures: one for each page, upright and of the size of the page.
#include "document/page_pictures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/official_document.hpp"
#include "document/picture_builder.hpp"

namespace gk::document {
namespace {

using ::testing::Gt;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string pdf_of(int paragraphs) {
    OfficialDocument document{
        .title = "答复书", .author = "某某镇人民政府", .made_at = {}, .blocks = {}};
    document.blocks.emplace_back(Text{TextLevel::title, "答复书"});
    for (int i = 0; i < paragraphs; ++i) {
        document.blocks.emplace_back(Text{TextLevel::body, "经检索，没有找到您申请的信息。"});
    }
    return write_pdf(document);
}

TEST(PagePictures, are_as_many_as_the_pages) {
    EXPECT_THAT(page_pictures(pdf_of(3)), SizeIs(1));
    EXPECT_THAT(page_pictures(pdf_of(30)), SizeIs(2));
}

TEST(PagePictures, are_png_with_something_on_them) {
    const auto pictures = page_pictures(pdf_of(3));
    EXPECT_THAT(pictures.front(), StartsWith("\x89PNG"));
    const auto pixels = test::png_pixels(pictures.front());
    EXPECT_THAT(pixels, SizeIs(Gt(900U * 1200U)));
    EXPECT_NE(pixels.find_first_not_of('\xff'), std::string::npos);
}

}  // namespace
}  // namespace gk::document
