// GB/T 9704-2012, 5.2.2 and 5.2.3: 22 lines on a page, 28 characters in a line, filling the type
// area of 156 mm by 225 mm, as poppler finds the characters in the PDF.
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include "document/official_document.hpp"

namespace gk::document {
namespace {

constexpr double points_per_mm = 72 / 25.4;
constexpr double tolerance_mm = 0.6;

struct Character {
    double left_mm = 0;
    double right_mm = 0;
};

// The characters of the text by the line in which they stand, the first line first; the number of
// the page is none of them.
using Lines = std::map<int, std::vector<Character>>;

Lines lines_of(const poppler::document& pdf, int page_index) {
    const std::unique_ptr<poppler::page> page(pdf.create_page(page_index));
    Lines lines;
    for (const auto& box : page->text_list()) {
        const auto text = box.text();
        for (std::size_t i = 0; i < text.length(); ++i) {
            if (text[i] != u'公') {
                continue;
            }
            const auto place = box.char_bbox(i);
            const auto line = static_cast<int>(
                std::lround(place.bottom() / points_per_mm * OfficialLayout::lines_per_page /
                            OfficialLayout::text_height_mm));
            lines[line].push_back({place.left() / points_per_mm, place.right() / points_per_mm});
        }
    }
    return lines;
}

std::unique_ptr<poppler::document> long_text() {
    std::string text;
    for (int i = 0; i < 28 * 60; ++i) {
        text += "公";
    }
    const auto pdf = write_pdf({.title = "网格",
                                .author = {},
                                .made_at = Moment{1},
                                .blocks = {Text{TextLevel::body, text}}});
    poppler::byte_array bytes(pdf.begin(), pdf.end());
    return std::unique_ptr<poppler::document>(poppler::document::load_from_data(&bytes));
}

TEST(OfficialGrid, has_22_lines_of_28_characters_on_a_full_page) {
    const auto pdf = long_text();
    ASSERT_EQ(pdf->pages(), 3);
    const auto lines = lines_of(*pdf, 1);
    ASSERT_EQ(lines.size(), 22U);
    for (const auto& [number, characters] : lines) {
        EXPECT_EQ(characters.size(), 28U) << "line " << number;
    }
    // No line is left out between the first and the last.
    EXPECT_EQ(lines.rbegin()->first - lines.begin()->first, 21);
}

TEST(OfficialGrid, begins_a_paragraph_two_characters_in) {
    const auto pdf = long_text();
    const auto lines = lines_of(*pdf, 0);
    ASSERT_EQ(lines.size(), 22U);
    EXPECT_EQ(lines.begin()->second.size(), 26U);
    EXPECT_EQ(std::next(lines.begin())->second.size(), 28U);
}

TEST(OfficialGrid, fills_the_type_area_from_edge_to_edge_at_an_even_pitch) {
    const auto pdf = long_text();
    const auto lines = lines_of(*pdf, 1);
    const double pitch_mm = OfficialLayout::text_width_mm / OfficialLayout::characters_per_line;
    for (const auto& [number, characters] : lines) {
        EXPECT_NEAR(characters.front().left_mm, OfficialLayout::left_mm, tolerance_mm);
        EXPECT_NEAR(characters.back().right_mm,
                    OfficialLayout::left_mm + OfficialLayout::text_width_mm, tolerance_mm);
        for (std::size_t i = 1; i < characters.size(); ++i) {
            EXPECT_NEAR(characters[i].left_mm - characters[i - 1].left_mm, pitch_mm, 0.1)
                << "line " << number;
        }
    }
}

}  // namespace
}  // namespace gk::document
