// Places the cells of a table as HTML and docx give them: row by row, each in the first column that
// is free. Cells never overlap and never reach beyond the grid.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/limits.hpp"

namespace gk::document {

class GridBuilder {
public:
    explicit GridBuilder(const ExtractLimits& limits) : limits_(limits) {}

    void begin_row();
    // Row spans do not reach beyond this place (the end of a <tbody>).
    void end_row_group();
    // Columns that a row leaves free at its front.
    void skip_columns(int count);
    // Spans below 1 count as 1 (a `row_span` of 0 reaches to the end of the row group); what would
    // cover another cell or lie beyond the table is cut off.
    void add_cell(std::string text, int row_span, int column_span);
    // The cell that begins in this column above goes on in this row (docx vMerge). Without such a
    // cell, a new one begins.
    void continue_cell_above(std::string text, int column_span);

    // More columns, or rows × columns, than the limits allow: finish() is not to be used.
    [[nodiscard]] bool is_too_large() const { return is_too_large_; }

    [[nodiscard]] Grid finish(int page) &&;

private:
    struct Column {
        int free_from_row = 0;
        std::size_t cell = 0;  // The last one that begins in this column.
        bool has_cell = false;
    };

    void take_columns(int span, int free_from_row);

    const ExtractLimits& limits_;
    Grid grid_;
    std::vector<Column> columns_;
    std::size_t group_begin_ = 0;  // The first cell of the row group.
    int column_ = 0;
    bool is_too_large_ = false;
};

}  // namespace gk::document
