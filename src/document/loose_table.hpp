// A table as its file gives it, each cell with blocks of its own, before it is known whether it
// holds figures or only lays out the page.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"

namespace gk::document {

struct LooseCell {
    std::vector<Block> blocks;
    int row_span = 1;  // 0: to the end of the row group
    int column_span = 1;
    bool continues_above = false;  // docx vMerge
};

struct LooseRow {
    std::vector<LooseCell> cells;
    int skipped_columns = 0;
    bool ends_group = false;
};

struct LooseTable {
    std::vector<LooseRow> rows;
};

// Appends the table to `blocks`. It is a grid, followed by the grids that stood inside its cells,
// unless it only lays out the page; then its cells' blocks follow each other. It lays out the page
// where it has one cell or one column, where the tables inside hold more figures than its own
// cells do, or where a single cell holds an article.
// Refuses a grid beyond the limits (document.too_many_parts).
[[nodiscard]] Result<void> append_table(LooseTable table, const ExtractLimits& limits, int page,
                                        std::vector<Block>& blocks);

}  // namespace gk::document
