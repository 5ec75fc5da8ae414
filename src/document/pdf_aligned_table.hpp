// Tables without ruled lines: figures that stand below each other make columns, and the text to
// their left makes labels, whose lines are centred on their row, begin with it or end with it.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "document/pdf_page.hpp"

namespace gk::document {

inline constexpr int first_figure_column = 2;

struct AlignedTable {
    Grid grid;  // Column 0: names of groups; 1: labels; from 2 on: figures and their heads.
    double top = 0;
};

// Takes the words of such tables out of `page`, from top to bottom. A table has at least two rows
// of three figures, or one row of five.
[[nodiscard]] std::vector<AlignedTable> take_aligned_tables(PdfPage& page, int page_number);

}  // namespace gk::document
