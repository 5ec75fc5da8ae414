// Words of a page → lines of text, from top to bottom and from left to right.
#pragma once

#include <string>
#include <vector>

#include "document/pdf_page.hpp"

namespace gk::document {

struct PdfLine {
    std::string text;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    int page = 0;
    bool is_row = false;  // With wide gaps, which are tabs in `text`.
};

// Spaces that a PDF has between Chinese characters, or beside them, are for the eye alone and left
// out. Upright words only; text that runs downwards makes one line for each column.
[[nodiscard]] std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words);

// The lines of a cell, parted by '\n', without tabs.
[[nodiscard]] std::string cell_text(std::vector<PdfWord> words);

}  // namespace gk::document
