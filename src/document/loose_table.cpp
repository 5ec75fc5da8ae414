#include "document/loose_table.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "document/errors.hpp"
#include "document/grid_builder.hpp"

namespace gk::document {

namespace {

constexpr std::size_t article_lines_min = 30;

struct Shape {
    std::size_t cells = 0;
    std::size_t cells_in_row_max = 0;
    std::size_t inner_grids = 0;
    std::size_t inner_figures = 0;
    std::size_t own_figures = 0;
    std::size_t most_lines = 0;  // Of one cell.
    std::size_t second_most_lines = 0;
};

bool is_figure(std::string_view text) {
    text = text::trim(text);
    return !text.empty() && text.size() <= 16 &&
           text.find_first_not_of("0123456789.,-/% ") == text.npos;
}

void look_at(const LooseCell& cell, Shape& shape) {
    ++shape.cells;
    std::size_t lines = 0;
    for (const auto& block : cell.blocks) {
        if (const auto* grid = std::get_if<Grid>(&block)) {
            ++shape.inner_grids;
            shape.inner_figures += static_cast<std::size_t>(
                std::count_if(grid->cells.begin(), grid->cells.end(),
                              [](const GridCell& inner) { return is_figure(inner.text); }));
        } else {
            ++lines;
        }
    }
    if (lines == 1 && cell.blocks.size() == 1) {
        shape.own_figures += is_figure(std::get<Paragraph>(cell.blocks[0]).text) ? 1U : 0U;
    }
    if (lines > shape.most_lines) {
        shape.second_most_lines = std::exchange(shape.most_lines, lines);
    } else {
        shape.second_most_lines = std::max(shape.second_most_lines, lines);
    }
}

bool lays_out_the_page(const LooseTable& table) {
    Shape shape;
    for (const auto& row : table.rows) {
        shape.cells_in_row_max = std::max(shape.cells_in_row_max, row.cells.size());
        for (const auto& cell : row.cells) {
            look_at(cell, shape);
        }
    }
    return shape.cells_in_row_max <= 1 ||
           (shape.inner_grids > 0 && shape.own_figures <= shape.inner_figures) ||
           (shape.most_lines >= article_lines_min &&
            shape.second_most_lines * 2 < shape.most_lines);
}

// The lines of the cell; its grids go to `inner`.
std::string take_text(LooseCell& cell, std::vector<Block>& inner) {
    std::string text;
    for (auto& block : cell.blocks) {
        if (auto* paragraph = std::get_if<Paragraph>(&block)) {
            if (text.empty()) {
                text = std::move(paragraph->text);
            } else {
                text.append("\n").append(paragraph->text);
            }
        } else {
            inner.push_back(std::move(block));
        }
    }
    return text;
}

}  // namespace

Result<void> append_table(LooseTable table, const ExtractLimits& limits, int page,
                          std::vector<Block>& blocks) {
    if (lays_out_the_page(table)) {
        for (auto& row : table.rows) {
            for (auto& cell : row.cells) {
                std::ranges::move(cell.blocks, std::back_inserter(blocks));
            }
        }
        return {};
    }
    GridBuilder grid(limits);
    std::vector<Block> inner;
    for (auto& row : table.rows) {
        grid.begin_row();
        grid.skip_columns(row.skipped_columns);
        for (auto& cell : row.cells) {
            auto text = take_text(cell, inner);
            if (cell.continues_above) {
                grid.continue_cell_above(std::move(text), cell.column_span);
            } else {
                grid.add_cell(std::move(text), cell.row_span, cell.column_span);
            }
        }
        if (row.ends_group) {
            grid.end_row_group();
        }
    }
    if (grid.is_too_large()) {
        return error(too_many_parts, "表格行列");
    }
    blocks.emplace_back(std::move(grid).finish(page));
    std::ranges::move(inner, std::back_inserter(blocks));
    return {};
}

}  // namespace gk::document
