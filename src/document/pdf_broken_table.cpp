#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "document/pdf_ruled_table.hpp"

namespace gk::document {

namespace {

// A cell at the edge where a page ends.
struct EdgeCell {
    double left = 0;
    double right = 0;
    int rows = 1;
    std::string text;
};

enum class Edge { first_row, last_row };

std::vector<EdgeCell> cells_at(const RuledTable& table, Edge edge) {
    const auto grid = grid_of(table);
    const auto xs = column_edges(table);
    std::vector<EdgeCell> cells;
    for (const auto& cell : grid.cells) {
        const bool is_at_edge =
            edge == Edge::first_row ? cell.row == 0 : cell.row + cell.row_span == grid.rows;
        if (is_at_edge) {
            const auto first = static_cast<std::size_t>(cell.column);
            cells.push_back({xs[first], xs[first + static_cast<std::size_t>(cell.column_span)],
                             cell.row_span, std::string(text::trim(cell.text))});
        }
    }
    return cells;
}

bool is_figure(std::string_view text) {
    return !text.empty() && text.size() <= 16 &&
           (text.find_first_not_of("0123456789.,-/ ") == text.npos || text == "无");
}

// "2.", "（三）", "四、": what begins a row of its own.
bool begins_with_number(std::string_view text) {
    constexpr std::u32string_view first = U"（(一二三四五六七八九十①②③④⑤⑥⑦⑧⑨";
    return !text.empty() && ((text.front() >= '0' && text.front() <= '9') ||
                             first.find(text::decode(text).front()) != first.npos);
}

// Whether the last row of the table goes on in the first one of the part: only one of them has
// figures, and what is printed in the other begins no row.
bool is_row_broken(const RuledTable& table, const RuledTable& part) {
    constexpr std::size_t rules_looked_at_max = 400;
    if (table.rules.horizontal.size() > rules_looked_at_max ||
        part.rules.horizontal.size() > rules_looked_at_max) {
        return false;
    }
    const auto above = cells_at(table, Edge::last_row);
    const auto below = cells_at(part, Edge::first_row);
    const auto figures = [](const std::vector<EdgeCell>& cells) {
        return std::count_if(cells.begin(), cells.end(),
                             [](const EdgeCell& cell) { return is_figure(cell.text); });
    };
    const bool has_label = std::ranges::any_of(
        above, [](const EdgeCell& cell) { return !cell.text.empty() && !is_figure(cell.text); });
    if (!has_label || (figures(above) == 0) == (figures(below) == 0)) {
        return false;
    }
    return std::ranges::all_of(below, [&](const EdgeCell& cell) {
        if (cell.rows == 1 && !is_figure(cell.text) && begins_with_number(cell.text)) {
            return false;
        }
        const auto same = std::ranges::find_if(above, [&](const EdgeCell& other) {
            return std::abs(other.left - cell.left) <= same_place &&
                   std::abs(other.right - cell.right) <= same_place;
        });
        return same == above.end() ? cell.text.empty()
                                   : cell.text.empty() || same->text.empty() ||
                                         (!is_figure(cell.text) && !is_figure(same->text));
    });
}

}  // namespace

void stitch(RuledTable& table, RuledTable part) {
    if (is_row_broken(table, part)) {
        std::erase_if(table.rules.horizontal,
                      [&](const PdfRule& rule) { return rule.at >= table.bottom - same_place; });
        std::erase_if(part.rules.horizontal,
                      [&](const PdfRule& rule) { return rule.at <= part.top + same_place; });
    }
    const double down = table.bottom - part.top;
    for (auto& rule : part.rules.horizontal) {
        rule.at += down;
        table.rules.horizontal.push_back(rule);
    }
    for (auto& rule : part.rules.vertical) {
        // The lines of both parts meet.
        rule.from += down - (rule.from <= part.top + same_place ? same_place : 0);
        rule.to += down;
        table.rules.vertical.push_back(rule);
    }
    for (auto& word : part.words) {
        word.top += down;
        word.bottom += down;
        table.words.push_back(std::move(word));
    }
    find_borders(table);
}

}  // namespace gk::document
