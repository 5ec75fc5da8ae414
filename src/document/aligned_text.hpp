// Tables in plain text whose columns only stand below each other, as a PDF reader prints a page
// ("pdftotext -layout"): labels in several lines before, beside and behind their figures.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace gk::document {

// A block for each line, in its place: a paragraph with its text, or the grid of the table that
// begins there. Lines that went into a table are empty. A digit is as wide as a Chinese character
// or half of it, whichever makes straighter columns.
[[nodiscard]] std::vector<Block> blocks_of_lines(const std::vector<std::string_view>& lines);

}  // namespace gk::document
