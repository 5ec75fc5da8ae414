#include "document/pdf_rules.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace gk::document {
namespace {

// White, two pixels a point.
class Canvas {
public:
    Canvas() : pixels_(width * height, 255) {}

    void fill(int left, int top, int right, int bottom, std::uint8_t gray = 0) {
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                pixels_[static_cast<std::size_t>(y * width + x)] = gray;
            }
        }
    }

    [[nodiscard]] PdfRules rules() const {
        return find_rules({pixels_.data(), width, height, width, 2});
    }

private:
    static constexpr int width = 400;
    static constexpr int height = 300;
    std::vector<std::uint8_t> pixels_;
};

TEST(PdfRules, thin_lines_are_found_in_points) {
    Canvas canvas;
    canvas.fill(20, 100, 220, 102);
    canvas.fill(60, 20, 61, 180, 120);
    const auto rules = canvas.rules();
    ASSERT_EQ(rules.horizontal.size(), 1U);
    EXPECT_DOUBLE_EQ(rules.horizontal[0].at, 50.5);
    EXPECT_DOUBLE_EQ(rules.horizontal[0].from, 10);
    EXPECT_DOUBLE_EQ(rules.horizontal[0].to, 110);
    ASSERT_EQ(rules.vertical.size(), 1U);
    EXPECT_DOUBLE_EQ(rules.vertical[0].at, 30.25);
    EXPECT_DOUBLE_EQ(rules.vertical[0].to, 90);
}

TEST(PdfRules, filled_and_shaded_areas_and_short_strokes_are_none) {
    Canvas canvas;
    canvas.fill(20, 20, 220, 60, 200);
    canvas.fill(20, 100, 220, 200);
    canvas.fill(300, 20, 316, 22);
    EXPECT_TRUE(canvas.rules().horizontal.empty());
    EXPECT_TRUE(canvas.rules().vertical.empty());
}

TEST(PdfRules, a_pale_line_is_found_by_its_contrast) {
    Canvas canvas;
    canvas.fill(20, 20, 220, 21, 220);
    canvas.fill(20, 100, 220, 160, 230);  // Shading, and a line on it.
    canvas.fill(20, 130, 220, 131, 190);
    EXPECT_EQ(canvas.rules().horizontal.size(), 2U);
}

TEST(PdfRules, borders_of_neighbouring_cells_that_hardly_meet_are_one_line) {
    Canvas canvas;
    canvas.fill(20, 100, 100, 101);
    canvas.fill(102, 100, 200, 101);
    canvas.fill(260, 100, 330, 101);
    const auto rules = canvas.rules();
    ASSERT_EQ(rules.horizontal.size(), 2U);
    EXPECT_DOUBLE_EQ(rules.horizontal[0].to - rules.horizontal[0].from, 90);
}

TEST(PdfRules, a_line_at_the_edge_of_the_picture_is_found) {
    Canvas canvas;
    canvas.fill(0, 298, 400, 300);
    EXPECT_EQ(canvas.rules().horizontal.size(), 1U);
}

}  // namespace
}  // namespace gk::document
