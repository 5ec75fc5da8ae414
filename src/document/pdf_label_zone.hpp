// The text of a table without ruled lines that stands left of its figures: the labels of its rows
// and the names of groups of rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/pdf_columns.hpp"
#include "document/row_labels.hpp"

namespace gk::document {

// Adds a line to the text of a cell.
void append_line(std::string& text, std::string_view line);

// Whether the line is running text, or a numbered heading that ends right of `left`.
[[nodiscard]] bool is_prose(const WordRow& row, double left);

class LabelZone {
public:
    // The words of a line that stand close together.
    struct Segment {
        std::size_t row = 0;
        std::string text;
        double left = 0;
        double right = 0;
    };

    // A table of lines from `first` on. The lines and `figures` must outlive it.
    LabelZone(std::span<const WordRow> rows, const FigureRows& figures, std::size_t first);

    // Whether the word stands above or in a column of figures, and so is no label.
    [[nodiscard]] bool is_figure(std::size_t row, std::size_t word) const;
    // Whether the line has a word for each column, however they are aligned.
    [[nodiscard]] bool has_all_heads(std::size_t row) const;

    // What is printed before the first label.
    [[nodiscard]] std::vector<std::string> above() const;

    struct Label {
        std::string group;  // Of this row and those that follow; empty but in the first of them.
        std::string label;
    };

    // Of the figures' row with this index.
    [[nodiscard]] Label label(std::size_t index) const;

    // The last line that belongs to the table.
    [[nodiscard]] std::size_t last_row() const { return last_row_; }

    // Where the leftmost label begins.
    [[nodiscard]] double left() const { return left_; }

private:
    [[nodiscard]] double line_height() const;
    void find_lefts();
    [[nodiscard]] bool begins_column(const PdfWord& word) const;
    void collect();
    [[nodiscard]] bool is_short_label(std::size_t segment) const;
    void assign();
    void join_groups();

    std::span<const WordRow> rows_;
    const FigureRows& figures_;
    std::size_t first_;
    std::vector<Segment> segments_;
    std::vector<std::size_t> last_of_row_;  // The segment of each line nearest to the figures.
    std::vector<std::size_t> lines_;        // The segments that are lines of labels.
    std::vector<Segment> groups_;           // The names of groups; `row` is that of the first line.
    std::vector<LabelLines> labels_;
    std::vector<double> lefts_;
    double labels_left_ = 0;
    double left_ = 1e9;
    std::size_t first_label_row_ = SIZE_MAX;
    std::size_t last_row_ = 0;
};

}  // namespace gk::document
