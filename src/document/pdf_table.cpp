#include "document/pdf_table.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace gk::document::pdf {

namespace {

constexpr double padding_x = 3;
constexpr double padding_y = 2.5;

const char* tag_of(const BoxedCell& cell) {
    return cell.is_head ? "TH" : "TD";
}

double sum(std::span<const double> heights) {
    return std::accumulate(heights.begin(), heights.end(), 0.0);
}

// Until a cell of these rows holds its text.
void grow_last(std::span<double> rows, double text_height) {
    rows.back() += std::max(text_height + 2 * padding_y - sum(rows), 0.0);
}

}  // namespace

Table::Table(const Canvas& canvas, const BoxedTable& content)
    : content_(content), row_heights_(static_cast<std::size_t>(content.rows), 0) {
    for (const auto& cell : content.cells) {
        auto layout = canvas.layout(Face::song, content.type_size_pt, cell.text, cell.is_head);
        const double cell_width = left_of(cell.column + cell.column_span) - left_of(cell.column);
        set_width(layout, cell_width - 2 * padding_x);
        if (cell.align == CellAlign::centre) {
            centre(layout);
        }
        const double text_height = pdf::height(layout);
        cells_.push_back({&cell, std::move(layout), text_height});
    }
    std::vector<int> spans;
    spans.reserve(content.cells.size());
    for (const auto& cell : content.cells) {
        spans.push_back(cell.row_span);
    }
    std::ranges::sort(spans);
    const auto repeated = std::ranges::unique(spans);
    spans.erase(repeated.begin(), repeated.end());
    std::ranges::for_each(spans, [this](int span) { grow_rows(span); });
}

// Cells of fewer rows have grown theirs before: the rest goes to the last row.
void Table::grow_rows(int row_span) {
    for (const auto& each : cells_) {
        if (each.cell->row_span != row_span) {
            continue;
        }
        const auto rows = std::span(row_heights_)
                              .subspan(static_cast<std::size_t>(each.cell->row),
                                       static_cast<std::size_t>(row_span));
        grow_last(rows, each.text_height);
    }
}

double Table::left_of(int column) const {
    const auto begin = content_.column_shares.begin();
    return points(OfficialLayout::text_width_mm) * std::accumulate(begin, begin + column, 0.0);
}

std::vector<double> Table::part_heights(int first, int last) const {
    std::vector<double> heights(row_heights_.begin() + first, row_heights_.begin() + last);
    for (const auto& each : cells_) {
        const int begin = std::max(each.cell->row, first);
        const int end = std::min(each.cell->row + each.cell->row_span, last);
        if (begin < end && end - begin < each.cell->row_span) {
            const auto rows = std::span(heights).subspan(static_cast<std::size_t>(begin - first),
                                                         static_cast<std::size_t>(end - begin));
            grow_last(rows, each.text_height);
        }
    }
    return heights;
}

double Table::height(int first, int last) const {
    return sum(part_heights(first, last));
}

double Table::draw(Canvas& canvas, double x, double y, int first, int last) const {
    const auto heights = part_heights(first, last);
    const auto height_of = [&](int from, int to) {
        return sum(std::span(heights).subspan(static_cast<std::size_t>(from - first),
                                              static_cast<std::size_t>(to - from)));
    };
    for (int row = first; row < last; ++row) {
        canvas.begin_tag("TR");
        for (const auto& each : cells_) {
            const auto& cell = *each.cell;
            const bool starts_here = std::max(cell.row, first) == row && cell.row <= row;
            if (!starts_here || cell.row + cell.row_span <= row) {
                continue;
            }
            const int end = std::min(cell.row + cell.row_span, last);
            const double left = x + left_of(cell.column);
            const double cell_width =
                left_of(cell.column + cell.column_span) - left_of(cell.column);
            const double top = y + height_of(first, row);
            const double cell_height = height_of(row, end);
            canvas.begin_tag(tag_of(cell));
            canvas.draw_box(left, top, cell_width, cell_height);
            double line_top = top + std::max((cell_height - each.text_height) / 2, padding_y);
            for (const auto& line : lines(each.layout)) {
                canvas.draw_line(line, left + padding_x + line.x, line_top + line.ascent);
                line_top += line.height;
            }
            canvas.end_tag(tag_of(cell));
        }
        canvas.end_tag("TR");
    }
    return y + sum(heights);
}

}  // namespace gk::document::pdf
