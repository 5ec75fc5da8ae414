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

inline constexpr double same_place = 4;  // Points. Double borders count as one.

// The table reaches as far as its rules do.
void find_borders(RuledTable& table);

// Where its columns begin, and where the last one ends.
[[nodiscard]] std::vector<double> column_edges(const RuledTable& table);

// Takes the words inside the tables out of `page`. The tables are ordered from top to bottom. A
// single box is no table, nor is a drawing without words.
[[nodiscard]] std::vector<RuledTable> take_tables(PdfPage& page, int page_number);

// Appends the part of a table that stands on the next page. A row that is broken between the two is
// one row again.
void stitch(RuledTable& table, RuledTable part);

// A cell reaches as far as no line parts it.
[[nodiscard]] Grid grid_of(const RuledTable& table);

}  // namespace gk::document
