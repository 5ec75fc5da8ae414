// Rows of one label and one or two figures beside tables without ruled lines.
#pragma once

#include <span>
#include <vector>

#include "document/pdf_columns.hpp"

namespace gk::document {

// Marks the figures of such rows as cells, however near they stand to their label, and so the heads
// in the line above. `lefts`: where the labels of the tables of the page begin; a row belongs to
// them that begins there too.
void mark_pairs(std::vector<WordRow>& rows, std::span<const double> lefts);

}  // namespace gk::document
