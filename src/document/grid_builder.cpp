#include "document/grid_builder.hpp"

#include <algorithm>
#include <utility>

namespace gk::document {

void GridBuilder::begin_row() {
    ++grid_.rows;
    column_ = 0;
    const auto area =
        static_cast<std::size_t>(grid_.rows) * static_cast<std::size_t>(std::max(grid_.columns, 1));
    is_too_large_ = is_too_large_ || area > limits_.grid_cells_max;
}

void GridBuilder::end_row_group() {
    for (; group_begin_ < grid_.cells.size(); ++group_begin_) {
        auto& cell = grid_.cells[group_begin_];
        cell.row_span = std::min(cell.row_span, grid_.rows - cell.row);
    }
    for (auto& column : columns_) {
        column.free_from_row = std::min(column.free_from_row, grid_.rows);
    }
}

void GridBuilder::skip_columns(int count) {
    column_ += std::clamp(count, 0, limits_.grid_columns_max);
}

void GridBuilder::add_cell(std::string text, int row_span, int column_span) {
    if (grid_.rows == 0) {
        begin_row();
    }
    const int row = grid_.rows - 1;
    const auto is_free = [&](int column) {
        return std::cmp_greater_equal(column, columns_.size()) ||
               columns_[static_cast<std::size_t>(column)].free_from_row <= row;
    };
    while (!is_free(column_)) {
        ++column_;
    }
    if (column_ >= limits_.grid_columns_max) {
        is_too_large_ = true;
        return;
    }
    const int wanted = std::clamp(column_span, 1, limits_.grid_columns_max - column_);
    int span = 1;
    while (span < wanted && is_free(column_ + span)) {
        ++span;
    }
    // A span of more rows than a grid may have is cut when the row group ends.
    constexpr int to_the_end = 1 << 24;
    const int rows = row_span == 0 ? to_the_end : std::clamp(row_span, 1, to_the_end);
    const int column = column_;
    take_columns(span, row + rows);
    columns_[static_cast<std::size_t>(column)].cell = grid_.cells.size();
    columns_[static_cast<std::size_t>(column)].has_cell = true;
    grid_.cells.push_back({std::move(text), row, column, rows, span});
}

void GridBuilder::continue_cell_above(std::string text, int column_span) {
    if (std::cmp_less(column_, columns_.size()) &&
        columns_[static_cast<std::size_t>(column_)].has_cell) {
        auto& above = grid_.cells[columns_[static_cast<std::size_t>(column_)].cell];
        if (above.row + above.row_span == grid_.rows - 1) {
            ++above.row_span;
            if (!text.empty()) {
                above.text += above.text.empty() ? text : "\n" + text;
            }
            take_columns(above.column_span, grid_.rows);
            return;
        }
    }
    add_cell(std::move(text), 1, column_span);
}

void GridBuilder::take_columns(int span, int free_from_row) {
    const auto end = static_cast<std::size_t>(column_) + static_cast<std::size_t>(span);
    columns_.resize(std::max(columns_.size(), end));
    for (; std::cmp_less(column_, end); ++column_) {
        columns_[static_cast<std::size_t>(column_)].free_from_row = free_from_row;
        columns_[static_cast<std::size_t>(column_)].has_cell = false;
    }
    grid_.columns = std::max(grid_.columns, column_);
}

Grid GridBuilder::finish(int page) && {
    end_row_group();
    grid_.page = page;
    return std::move(grid_);
}

}  // namespace gk::document
