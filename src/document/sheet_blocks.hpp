// The cells of a spreadsheet → paragraphs and grids: a sheet holds titles, prose and tables one
// below the other, parted by blank rows or not at all.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"

namespace gk::document {

// Appends the blocks of one sheet. `cells` may come in any order, with spans where merged; those
// without text do not count. Rows between blank rows are a region; rows of
// one cell at its beginning and its end are paragraphs, the rest is a grid with the empty rows and
// columns around it cut off. Refuses a grid beyond the limits (document.too_many_parts).
[[nodiscard]] Result<void> append_sheet(std::vector<GridCell> cells, int page,
                                        const ExtractLimits& limits, std::vector<Block>& blocks);

}  // namespace gk::document
