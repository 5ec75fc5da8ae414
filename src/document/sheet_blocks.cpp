#include "document/sheet_blocks.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "base/text.hpp"
#include "document/errors.hpp"
#include "document/text_file.hpp"

namespace gk::document {

namespace {

using Cells = std::span<GridCell>;

// Rows [begin, end) of cells that begin in one row.
std::vector<Cells> rows_of(Cells cells) {
    std::vector<Cells> rows;
    while (!cells.empty()) {
        const auto row = cells.front().row;
        const auto size =
            std::ranges::find_if(cells, [&](const GridCell& cell) { return cell.row != row; }) -
            cells.begin();
        rows.push_back(cells.first(static_cast<std::size_t>(size)));
        cells = cells.subspan(static_cast<std::size_t>(size));
    }
    return rows;
}

bool is_line(const Cells& row) {
    return row.size() == 1 && row.front().row_span == 1;
}

void append_lines(std::span<const Cells> rows, int page, std::vector<Block>& blocks) {
    for (const auto& row : rows) {
        for (const auto line : lines_of(row.front().text)) {
            if (!text::trim(line).empty()) {
                blocks.emplace_back(Paragraph{std::string(line), 0, page});
            }
        }
    }
}

bool is_above(const GridCell& a, const GridCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
}

// A field of the grid that holds nothing is a blank cell, not a missing one.
void fill_blanks(Grid& grid) {
    const auto columns = static_cast<std::size_t>(grid.columns);
    std::vector<bool> is_covered(static_cast<std::size_t>(grid.rows) * columns, false);
    for (const auto& cell : grid.cells) {
        for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
            const auto begin = static_cast<std::size_t>(row) * columns;
            std::fill_n(is_covered.begin() + static_cast<std::ptrdiff_t>(begin) + cell.column,
                        cell.column_span, true);
        }
    }
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            if (!is_covered[static_cast<std::size_t>(row) * columns +
                            static_cast<std::size_t>(column)]) {
                grid.cells.push_back({.text = {}, .row = row, .column = column});
            }
        }
    }
    std::ranges::sort(grid.cells, is_above);
}

Result<void> append_grid(std::span<const Cells> rows, int page, const ExtractLimits& limits,
                         std::vector<Block>& blocks) {
    Grid grid;
    grid.page = page;
    int left = rows.front().front().column;
    int right = 0;
    int bottom = 0;
    for (const auto& row : rows) {
        for (const auto& cell : row) {
            left = std::min(left, cell.column);
            right = std::max(right, cell.column + cell.column_span);
            bottom = std::max(bottom, cell.row + cell.row_span);
        }
    }
    const int top = rows.front().front().row;
    grid.rows = bottom - top;
    grid.columns = right - left;
    if (grid.columns > limits.grid_columns_max ||
        static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns) >
            limits.grid_cells_max) {
        return error(too_many_parts, "表格行列");
    }
    for (const auto& row : rows) {
        for (auto& cell : row) {
            cell.row -= top;
            cell.column -= left;
            grid.cells.push_back(std::move(cell));
        }
    }
    fill_blanks(grid);
    blocks.emplace_back(std::move(grid));
    return {};
}

Result<void> append_region(std::span<const Cells> rows, int page, const ExtractLimits& limits,
                           std::vector<Block>& blocks) {
    const auto first = std::ranges::find_if_not(rows, is_line);
    const auto before = static_cast<std::size_t>(first - rows.begin());
    append_lines(rows.first(before), page, blocks);
    rows = rows.subspan(before);
    if (rows.empty()) {
        return {};
    }
    // The lines below the last row that has more cells, or that a cell reaches into.
    std::size_t size = 0;
    int covered_to = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!is_line(rows[i]) || rows[i].front().row < covered_to) {
            size = i + 1;
        }
        for (const auto& cell : rows[i]) {
            covered_to = std::max(covered_to, cell.row + cell.row_span);
        }
    }
    GK_CHECK(append_grid(rows.first(size), page, limits, blocks));
    append_lines(rows.subspan(size), page, blocks);
    return {};
}

// Merged cells that reach beyond the last cell with text are cut there.
void cut_spans(std::vector<GridCell>& cells) {
    int rows = 0;
    int columns = 0;
    for (const auto& cell : cells) {
        rows = std::max(rows, cell.row + 1);
        columns = std::max(columns, cell.column + 1);
    }
    for (auto& cell : cells) {
        cell.row_span = std::min(cell.row_span, rows - cell.row);
        cell.column_span = std::min(cell.column_span, columns - cell.column);
    }
}

}  // namespace

Result<void> append_sheet(std::vector<GridCell> cells, int page, const ExtractLimits& limits,
                          std::vector<Block>& blocks) {
    std::erase_if(cells, [](const GridCell& cell) { return text::trim(cell.text).empty(); });
    cut_spans(cells);
    std::ranges::sort(cells, is_above);
    const auto rows = rows_of(cells);
    std::size_t begin = 0;
    int covered_to = 0;  // The first row that no cell of the region reaches.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > begin && rows[i].front().row > covered_to) {
            GK_CHECK(
                append_region(std::span(rows).subspan(begin, i - begin), page, limits, blocks));
            begin = i;
        }
        for (const auto& cell : rows[i]) {
            covered_to = std::max(covered_to, cell.row + cell.row_span);
        }
    }
    if (begin < rows.size()) {
        GK_CHECK(append_region(std::span(rows).subspan(begin), page, limits, blocks));
    }
    return {};
}

}  // namespace gk::document
