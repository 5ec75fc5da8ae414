#include "report/turned_table.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "law/report_format.hpp"
#include "report/form_label.hpp"

namespace gk::report {

namespace {

using document::Grid;
using document::GridCell;

// The form has at least 23 rows and their heads.
constexpr int columns_min = 20;
// An upright table has the labels of its rows in two or three columns.
constexpr std::size_t label_columns_min = 8;

bool is_row_label(const GridCell& cell) {
    const auto match = nearest_label(FoldedText::of(cell.text));
    return match && match->label.kind == LabelKind::application_row;
}

}  // namespace

std::optional<Grid> turned_upright(const Grid& grid) {
    if (grid.columns < columns_min) {
        return std::nullopt;
    }
    std::set<int> label_columns;
    for (const auto& cell : grid.cells) {
        if (is_row_label(cell)) {
            label_columns.insert(cell.column);
        }
    }
    if (label_columns.size() < label_columns_min) {
        return std::nullopt;
    }
    Grid upright{
        .rows = grid.columns, .columns = grid.rows, .cells = grid.cells, .page = grid.page};
    for (auto& cell : upright.cells) {
        std::swap(cell.row, cell.column);
        std::swap(cell.row_span, cell.column_span);
    }
    std::ranges::sort(upright.cells, {},
                      [](const GridCell& cell) { return std::tuple(cell.row, cell.column); });
    return upright;
}

}  // namespace gk::report
