// The blocks of a document as rows of pieces of text, in the order of the page: a row of a grid, a
// line of a text file with its cells (pipes, tabs, runs of spaces), or running text. Every view
// points into the document, which must outlive it, or into the rows themselves.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace gk::report {

enum class RowKind : std::uint8_t {
    prose,  // Running text: one piece.
    line,   // A line with one label or figure, or several between spaces. Perhaps empty.
    cells,  // A row of a table whose empty cells can be seen.
};

struct Piece {
    std::string_view text;  // Without white space around; empty for an empty cell.
    int column = 0;         // Of the grid; of a line, the number of the piece or its place in it.
    int column_span = 1;
};

struct Row {
    RowKind kind = RowKind::prose;
    bool is_grid = false;
    bool is_turned = false;   // Was a column: the table lay on its side.
    bool has_places = false;  // The columns are places in the line, not numbers of cells.
    std::uint32_t first_piece = 0;
    std::uint32_t piece_count = 0;
    std::uint32_t block = 0;  // In the document; the first of several lines.
    std::uint32_t last_block = 0;
    int grid_row = 0;
};

class TextRows {
public:
    [[nodiscard]] static TextRows of(const document::Document& document);

    [[nodiscard]] std::span<const Row> rows() const { return rows_; }

    [[nodiscard]] std::span<const Piece> pieces(const Row& row) const {
        return {pieces_.data() + row.first_piece, row.piece_count};
    }

    // How many columns the grid of this row has, as it is read.
    [[nodiscard]] int grid_columns(const Row& row) const;

    // Whether the file can be the beginning of a longer one: a page or a text that was copied, not
    // a container, which is whole or cannot be opened.
    [[nodiscard]] bool may_be_beginning() const;

    // Leaves out this row and all behind it.
    void drop_from(std::uint32_t row) { rows_.resize(row); }

    // 第3张表第5行, 第120行: where a row stands, for people.
    [[nodiscard]] std::string place(const Row& row) const;

private:
    explicit TextRows(const document::Document& document) : document_(document) {}

    void add_paragraphs(std::uint32_t first, std::uint32_t end);
    void add_line(std::uint32_t block, std::string_view text);
    bool add_flattened(std::uint32_t block, std::string_view text);
    void look_at_pipes(std::uint32_t block);
    void add_pipes(std::string_view text);
    void add_tabs(std::string_view text);
    void add_words(std::string_view text);
    std::uint32_t add_indented_cells(std::uint32_t first, std::uint32_t end);
    void add_grid(std::uint32_t block, const document::Grid& printed);
    void begin_row(RowKind kind, std::uint32_t block);
    void add_piece(std::string_view text, int column, int span = 1);
    void merge_leading_number(std::string_view line);

    const document::Document& document_;
    std::vector<Row> rows_;
    std::vector<Piece> pieces_;
    std::vector<std::uint32_t> grids_;   // The blocks that are grids.
    std::deque<document::Grid> turned_;  // Those that lay on their side, as they are read.
    std::uint32_t pipes_end_ = 0;  // The block behind the lines with pipes that stand together.
    bool pipes_lead_ = false;      // Most of them begin with a pipe.
};

}  // namespace gk::report
