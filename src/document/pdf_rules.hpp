// Finds the ruled lines of tables in the picture of a page.
#pragma once

#include <cstddef>
#include <cstdint>

#include "document/pdf_page.hpp"

namespace gk::document {

// One byte a pixel, 0 black; the rows are `bytes_per_row` apart.
struct GrayPicture {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    int bytes_per_row = 0;
    double pixels_per_point = 1;
};

// Thin dark lines that are longer than a character is wide or high. Strokes of large characters may
// be among them: those who build tables look whether a line meets others.
[[nodiscard]] PdfRules find_rules(const GrayPicture& picture);

}  // namespace gk::document
