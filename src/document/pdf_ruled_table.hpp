// The ruled tables of a page: which lines belong together, and the cells between them.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "document/pdf_page.hpp"

namespace gk::document {

struct RuledTable {
    PdfRules rules;
    std::vector<PdfWord> words;  // Those inside.
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    int page = 0;
};

// Takes the words inside the tables out of `page`. The tables are ordered from top to bottom. A
// single box is no table, nor is a drawing without words.
[[nodiscard]] std::vector<RuledTable> take_tables(PdfPage& page, int page_number);

// Appends the part of a table that stands on the next page.
void stitch(RuledTable& table, RuledTable part);

// A cell reaches as far as no line parts it.
[[nodiscard]] Grid grid_of(const RuledTable& table);

}  // namespace gk::document
