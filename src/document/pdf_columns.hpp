// Figures that stand below each other: the columns of a table without ruled lines, and its rows.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "document/pdf_page.hpp"

namespace gk::document {

// The words of one line of a page, from left to right.
struct WordRow {
    std::vector<PdfWord> words;
    double middle = 0;
    double height = 0;  // Of its characters.
};

inline constexpr double same_left = 2.5;  // Points. What begins this near begins together.

struct Column {
    double left = 0;
    double right = 0;
};

struct FigureRows {
    std::vector<std::size_t> rows;  // Indexes of the lines that have figures, rising.
    std::vector<Column> columns;    // From left to right.
};

[[nodiscard]] std::vector<WordRow> rows_of_page(std::vector<PdfWord> words);

// Figures broken in two lines at the edge of their cells are one word: "18 4".
void join_broken_figures(std::vector<WordRow>& rows);

// A number, or a mark that stands for one: "-", "/", "无".
[[nodiscard]] bool is_figure_word(std::string_view printed);

// The column below which the word stands, or the number of columns.
[[nodiscard]] std::size_t column_of(const std::vector<Column>& columns, const PdfWord& word);

// The next table at or behind line `from`: its rows and columns; no rows where there is none.
[[nodiscard]] FigureRows next_figure_rows(std::span<const WordRow> rows, std::size_t from);

}  // namespace gk::document
