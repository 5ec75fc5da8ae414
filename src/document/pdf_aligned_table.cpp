#include "document/pdf_aligned_table.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "document/pdf_columns.hpp"
#include "document/pdf_label_zone.hpp"
#include "document/pdf_pairs.hpp"

namespace gk::document {

namespace {

constexpr int group_column = 0;
constexpr int label_column = 1;
constexpr std::size_t head_rows_max = 10;
constexpr double head_gap_max = 3;  // In heights of a line.

struct HeadCell {
    std::string text;
    std::size_t first_column = 0;
    std::size_t last_column = 0;
    std::size_t row = 0;
    double bottom = 0;
};

// The lines above the first row of figures that hold heads begin here. What is numbered below the
// heads is the first label, what is numbered above them a heading of the text.
std::size_t first_head_row(std::span<const WordRow> rows, const FigureRows& found,
                           std::size_t free_from) {
    const double figures_left = found.columns.front().left;
    auto first = found.rows.front();
    bool has_heads = false;
    const auto lowest = first > head_rows_max ? first - head_rows_max : std::size_t{0};
    while (first > std::max(free_from, lowest)) {
        const auto& above = rows[first - 1];
        if (above.words.empty()) {  // They were labels of the table before.
            break;
        }
        const double gap = rows[first].middle - above.middle;
        const bool has_figures = above.words.size() > 1 && is_figure_word(above.words.back().text);
        if (gap > head_gap_max * std::max(above.height, rows[first].height) ||
            is_prose(above, has_heads ? 0 : figures_left) || has_figures) {
            break;
        }
        has_heads = has_heads || above.words.back().right > figures_left;
        --first;
    }
    return first;
}

class TableBuilder {
public:
    TableBuilder(std::vector<WordRow>& rows, FigureRows found, std::size_t free_from)
        : rows_(rows),
          found_(std::move(found)),
          first_(first_head_row(rows_, found_, free_from)),
          zone_(rows_, found_, first_) {}

    AlignedTable build(int page) {
        AlignedTable table;
        table.top = rows_[first_].middle;
        grid_.page = page;
        grid_.columns = first_figure_column + static_cast<int>(found_.columns.size());
        add_heads();
        for (std::size_t i = 0; i < found_.rows.size(); ++i) {
            add_row(i);
        }
        grid_.rows = next_row_;
        table.grid = std::move(grid_);
        return table;
    }

    // Where its leftmost label begins.
    [[nodiscard]] double left() const { return zone_.left(); }

    // Takes the words of the table out of the lines.
    void remove_words() {
        for (auto i = first_; i <= zone_.last_row(); ++i) {
            const bool is_between =
                i > found_.rows.front() && !std::ranges::binary_search(found_.rows, i);
            std::size_t j = 0;
            std::erase_if(rows_[i].words,
                          [&](const PdfWord&) { return !(is_between && zone_.is_figure(i, j++)); });
        }
    }

private:
    // Heads above the columns; text to their left stands in lines of its own before them.
    void add_heads() {
        for (auto& text : zone_.above()) {
            add_cell(std::move(text), next_row_++, label_column, 1);
        }
        std::vector<HeadCell> cells;
        for (auto i = first_; i < found_.rows.front(); ++i) {
            const auto& words = rows_[i].words;
            for (std::size_t j = 0; j < words.size(); ++j) {
                if (!zone_.is_figure(i, j)) {
                    continue;
                }
                if (zone_.has_all_heads(i)) {
                    const auto column = j + found_.columns.size() - words.size();
                    put_head(cells, {words[j].text, column, column, i, words[j].bottom}, words[j]);
                } else {
                    add_head(cells, i, words[j]);
                }
            }
        }
        std::ranges::stable_sort(cells, {}, &HeadCell::row);
        std::size_t row = SIZE_MAX;
        for (auto& cell : cells) {
            next_row_ += cell.row != row ? 1 : 0;
            row = cell.row;
            add_cell(std::move(cell.text), next_row_ - 1,
                     first_figure_column + static_cast<int>(cell.first_column),
                     static_cast<int>(cell.last_column - cell.first_column) + 1);
        }
    }

    void add_head(std::vector<HeadCell>& cells, std::size_t row, const PdfWord& word) const {
        const auto& columns = found_.columns;
        std::size_t first = columns.size();
        std::size_t last = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double middle = (columns[i].left + columns[i].right) / 2;
            if (middle >= word.left && middle <= word.right) {
                first = std::min(first, i);
                last = i;
            }
        }
        if (first == columns.size()) {
            first = last = std::min(column_of(columns, word), columns.size() - 1);
        }
        put_head(cells, {word.text, first, last, row, word.bottom}, word);
    }

    // A word below another one of the same column goes on there, and one that finds a head of its
    // line above its column beside that.
    static void put_head(std::vector<HeadCell>& cells, HeadCell head, const PdfWord& word) {
        const auto above = std::ranges::find_if(cells, [&](const HeadCell& cell) {
            return cell.first_column == head.first_column && cell.last_column == head.last_column &&
                   word.top - cell.bottom < 0.9 * (word.bottom - word.top);
        });
        if (above != cells.end()) {
            append_line(above->text, head.text);
            above->bottom = head.bottom;
            return;
        }
        const auto beside = std::ranges::find_if(cells, [&](const HeadCell& cell) {
            return cell.row == head.row && cell.first_column <= head.last_column &&
                   head.first_column <= cell.last_column;
        });
        if (beside != cells.end()) {
            beside->text += " " + head.text;
        } else {
            cells.push_back(std::move(head));
        }
    }

    void add_row(std::size_t index) {
        auto [group, label] = zone_.label(index);
        // Where nothing is printed before the figures, no empty cell is one of them.
        if (!group.empty() || !label.empty()) {
            add_cell(std::move(group), next_row_, group_column, 1);
            add_cell(std::move(label), next_row_, label_column, 1);
        }
        std::vector<std::string> values(found_.columns.size());
        const auto row = found_.rows[index];
        for (std::size_t j = 0; j < rows_[row].words.size(); ++j) {
            if (zone_.is_figure(row, j)) {
                const auto& word = rows_[row].words[j];
                append_line(values[std::min(column_of(found_.columns, word), values.size() - 1)],
                            word.text);
            }
        }
        for (std::size_t column = 0; column < values.size(); ++column) {
            add_cell(std::move(values[column]), next_row_,
                     first_figure_column + static_cast<int>(column), 1);
        }
        ++next_row_;
    }

    void add_cell(std::string text, int row, int column, int span) {
        grid_.cells.push_back({std::move(text), row, column, 1, span});
    }

    std::vector<WordRow>& rows_;
    FigureRows found_;
    std::size_t first_;
    LabelZone zone_;
    Grid grid_;
    int next_row_ = 0;
};

}  // namespace

std::vector<AlignedTable> take_aligned_tables(PdfPage& page, int page_number) {
    constexpr std::size_t rows_max = 300;  // No page of a document has more lines.
    const auto turned = std::ranges::stable_partition(
        page.words, [](const PdfWord& word) { return word.rotation % 2 == 0; });
    std::vector<PdfWord> rest(std::make_move_iterator(turned.begin()),
                              std::make_move_iterator(turned.end()));
    page.words.erase(turned.begin(), turned.end());
    auto rows = rows_of_page(std::move(page.words));
    join_broken_figures(rows);
    std::vector<AlignedTable> tables;
    std::vector<double> lefts;
    std::size_t from = 0;
    while (rows.size() <= rows_max) {
        auto found = next_figure_rows(rows, from);
        if (found.rows.empty()) {
            break;
        }
        const auto last = found.rows.back();
        TableBuilder builder(rows, std::move(found), from);
        tables.push_back(builder.build(page_number));
        builder.remove_words();
        lefts.push_back(builder.left());
        from = last + 1;
    }
    mark_pairs(rows, lefts);
    page.words = std::move(rest);
    for (auto& row : rows) {
        std::ranges::move(row.words, std::back_inserter(page.words));
    }
    return tables;
}

}  // namespace gk::document
