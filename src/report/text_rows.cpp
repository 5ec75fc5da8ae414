#include "report/text_rows.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "report/flattened_text.hpp"
#include "report/printed_figure.hpp"
#include "report/text_line.hpp"
#include "report/turned_table.hpp"

namespace gk::report {

namespace {

using document::Grid;
using document::GridCell;
using document::Paragraph;

constexpr std::size_t pipes_of_line_max = 40;  // Table 四 has 15 columns.
constexpr std::string_view wide_pipe = "｜";
constexpr std::string_view drawn_pipe = "│";

// The bytes of the pipe at this place, or 0.
std::size_t pipe_size(std::string_view text, std::size_t at) {
    if (text[at] == '|') {
        return 1;
    }
    const auto three = text.substr(at, 3);
    return three == wide_pipe || three == drawn_pipe ? 3 : 0;
}

// The cell at which a text ends may itself be cut; in a table that lay on its side it is the one
// furthest right and, of those, furthest down.
void drop_last_cell(Grid& upright) {
    const auto last = std::ranges::max_element(
        upright.cells, {}, [](const GridCell& cell) { return std::pair(cell.column, cell.row); });
    if (last != upright.cells.end()) {
        upright.cells.erase(last);
    }
}

bool has_pipe(std::string_view text) {
    return text.find('|') != std::string_view::npos ||
           text.find(wide_pipe) != std::string_view::npos ||
           text.find(drawn_pipe) != std::string_view::npos;
}

}  // namespace

TextRows TextRows::of(const document::Document& document) {
    TextRows rows(document);
    const auto count = static_cast<std::uint32_t>(document.blocks.size());
    for (std::uint32_t block = 0; block < count;) {
        if (const auto* grid = std::get_if<Grid>(&document.blocks[block])) {
            rows.add_grid(block++, *grid);
            continue;
        }
        auto end = block;
        while (end < count && std::holds_alternative<Paragraph>(document.blocks[end])) {
            ++end;
        }
        rows.add_paragraphs(block, end);
        block = end;
    }
    return rows;
}

void TextRows::begin_row(RowKind kind, std::uint32_t block) {
    Row row;
    row.kind = kind;
    row.first_piece = static_cast<std::uint32_t>(pieces_.size());
    row.block = row.last_block = block;
    rows_.push_back(row);
}

void TextRows::add_piece(std::string_view text, int column, int span) {
    pieces_.push_back({text, column, span});
    ++rows_.back().piece_count;
}

void TextRows::add_paragraphs(std::uint32_t first, std::uint32_t end) {
    const bool is_text_file = document_.kind == document::FileKind::plain_text;
    for (auto block = first; block < end;) {
        const std::string_view text = std::get<Paragraph>(document_.blocks[block]).text;
        if (is_text_file && text.starts_with('\t')) {
            if (const auto next = add_indented_cells(block, end); next > block) {
                block = next;
                continue;
            }
        }
        add_line(block++, text);
    }
}

// Lines that begin with a tab, up to an empty one, are the cells of one row.
std::uint32_t TextRows::add_indented_cells(std::uint32_t first, std::uint32_t end) {
    const auto text_of = [&](std::uint32_t block) -> std::string_view {
        return std::get<Paragraph>(document_.blocks[block]).text;
    };
    auto last = first;
    while (last < end && text_of(last).starts_with('\t')) {
        const auto text = text::trim(text_of(last));
        if (is_prose(text) || text.find('\t') != std::string_view::npos || has_pipe(text)) {
            break;
        }
        ++last;
    }
    if (last == first) {
        return first;
    }
    begin_row(RowKind::cells, first);
    rows_.back().last_block = last - 1;
    for (auto block = first; block < last; ++block) {
        add_piece(text::trim(text_of(block)), static_cast<int>(block - first));
    }
    return last;
}

void TextRows::add_line(std::uint32_t block, std::string_view text) {
    const auto trimmed = text::trim(text);
    if (is_rule(trimmed) || is_page_number(trimmed)) {
        return;
    }
    const bool is_long = is_prose(trimmed) || std::ranges::count(trimmed, '|') >
                                                  static_cast<std::ptrdiff_t>(pipes_of_line_max);
    if (is_long && add_flattened(block, trimmed)) {
        return;
    }
    if (has_pipe(trimmed)) {
        begin_row(RowKind::cells, block);
        look_at_pipes(block);
        add_pipes(trimmed);
        return;
    }
    if (is_prose(trimmed)) {
        begin_row(RowKind::prose, block);
        add_piece(trimmed, 0);
        return;
    }
    const auto begin = static_cast<std::size_t>(trimmed.data() - text.data());
    const bool has_tab = !trimmed.empty() && text.find('\t', begin) != text.npos;
    // A gap in a line of a page does not show how many empty cells are in it.
    const bool shows_cells = has_tab && document_.kind != document::FileKind::pdf;
    begin_row(shows_cells ? RowKind::cells : RowKind::line, block);
    if (has_tab) {
        add_tabs(text);
    } else if (!trimmed.empty()) {
        add_words(trimmed);
    }
}

// Each piece as a line of its own; false where the line is no flattened table.
bool TextRows::add_flattened(std::uint32_t block, std::string_view text) {
    const auto pieces = flattened_pieces(text);
    for (const auto piece : pieces) {
        begin_row(is_prose(piece) ? RowKind::prose : RowKind::line, block);
        add_piece(piece, 0);
    }
    return !pieces.empty();
}

// Whether a pipe at the front is the edge of the table, or stands behind an empty first cell: as
// most of the lines around have it.
void TextRows::look_at_pipes(std::uint32_t block) {
    if (block < pipes_end_) {
        return;
    }
    std::size_t leading = 0;
    std::size_t lines = 0;
    for (pipes_end_ = block; pipes_end_ < document_.blocks.size(); ++pipes_end_) {
        const auto* paragraph = std::get_if<Paragraph>(&document_.blocks[pipes_end_]);
        if (paragraph == nullptr || !has_pipe(paragraph->text)) {
            break;
        }
        const auto text = text::trim(paragraph->text);
        const bool has_content = text.find_first_not_of("| ") != text.npos;
        lines += has_content ? 1 : 0;
        leading += has_content && pipe_size(text, 0) > 0 ? 1 : 0;
    }
    pipes_lead_ = leading * 2 > lines;
}

// A line with one cell and its pipe is a line of a table that has one cell per line; lines of pipes
// alone only fill its rows up.
void TextRows::add_pipes(std::string_view text) {
    const bool begins_with_pipe = pipes_lead_ && pipe_size(text, 0) > 0;
    std::size_t begin = 0;
    int column = 0;
    std::size_t filled = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const auto size = at < text.size() ? pipe_size(text, at) : std::size_t{1};
        if (size == 0) {
            continue;
        }
        const auto cell = text::trim(text.substr(begin, at - begin));
        const bool is_edge =
            (column == 0 && begins_with_pipe && at == 0) || (at == text.size() && cell.empty());
        begin = at + size;
        at += size - 1;
        if (is_edge) {
            continue;
        }
        add_piece(cell, column++);
        filled += cell.empty() ? 0 : 1;
    }
    auto& row = rows_.back();
    if (filled == 0 && row.piece_count > 1) {
        pieces_.resize(row.first_piece);
        rows_.pop_back();
    } else if (row.piece_count <= 1) {
        row.kind = RowKind::line;
        if (filled == 0) {
            pieces_.resize(row.first_piece);
            row.piece_count = 0;
        }
    }
}

void TextRows::add_tabs(std::string_view text) {
    int column = 0;
    for (const auto cell : text::split(text, '\t')) {
        add_piece(text::trim(cell), column++);
    }
}

// Words between spaces; the scanner puts the words of one label together again.
void TextRows::add_words(std::string_view text) {
    std::size_t begin = 0;
    int width = 0;
    int word_width = 0;
    auto rest = text;
    const auto add_word = [&](std::size_t end) {
        if (word_width < width && begin < end) {
            add_piece(text.substr(begin, end - begin), word_width, width - word_width);
        }
    };
    while (!rest.empty()) {
        const auto at = text.size() - rest.size();
        const auto c = text::take(rest);
        const int step = c < 0x2000 ? 1 : 2;
        if (text::is_space(c)) {
            add_word(at);
            begin = text.size() - rest.size();
            width += step;
            word_width = width;
        } else {
            width += step;
        }
    }
    add_word(text.size());
    rows_.back().has_places = rows_.back().piece_count > 1;
    merge_leading_number(text);
}

// "1 属于国家秘密 0 0": the number belongs to the label.
void TextRows::merge_leading_number(std::string_view line) {
    auto& row = rows_.back();
    if (row.piece_count < 2) {
        return;
    }
    auto& number = pieces_[row.first_piece];
    const auto& next = pieces_[row.first_piece + 1];
    constexpr std::size_t bytes_max = 6;  // Two full-width digits.
    const auto printed =
        number.text.size() <= bytes_max ? printed_figure(number.text) : std::nullopt;
    const bool is_number = printed && printed->value && printed->unit.empty() &&
                           *printed->value > Decimal(0) && *printed->value < Decimal(20);
    // "无 法提供" is no mark before a label.
    const bool is_none = printed && printed->mark == Mark::none_word;
    if ((!is_number && !is_none) || printed_figure(next.text).has_value()) {
        return;
    }
    const auto end = static_cast<std::size_t>(next.text.data() + next.text.size() - line.data());
    const auto begin = static_cast<std::size_t>(number.text.data() - line.data());
    number.text = line.substr(begin, end - begin);
    number.column_span = next.column + next.column_span - number.column;
    pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(row.first_piece) + 1);
    --row.piece_count;
}

void TextRows::add_grid(std::uint32_t block, const Grid& printed) {
    grids_.push_back(block);
    auto upright = turned_upright(printed);
    const bool may_be_cut = block + 1 == document_.blocks.size() && may_be_beginning();
    if (upright && may_be_cut) {
        drop_last_cell(*upright);
    }
    const auto& grid = upright ? turned_.emplace_back(std::move(*upright)) : printed;
    int current = -1;
    for (const auto& cell : grid.cells) {
        if (cell.row != current) {
            begin_row(RowKind::cells, block);
            rows_.back().is_grid = true;
            rows_.back().is_turned = upright.has_value();
            rows_.back().grid_row = current = cell.row;
        }
        const auto text = text::trim(cell.text);
        add_piece(text, cell.column, cell.column_span);
        if (grid.columns == 1 && is_prose(text)) {
            rows_.back().kind = RowKind::prose;
        }
    }
}

bool TextRows::may_be_beginning() const {
    switch (document_.kind) {
        case document::FileKind::html:
        case document::FileKind::markdown:
        case document::FileKind::plain_text:
            return true;
        case document::FileKind::docx:
        case document::FileKind::pdf:
        case document::FileKind::xlsx:
            return false;
    }
    GK_ASSERT(!"a kind of file");
    return false;
}

int TextRows::grid_columns(const Row& row) const {
    const auto& grid = std::get<Grid>(document_.blocks[row.block]);
    return row.is_turned ? grid.rows : grid.columns;
}

std::string TextRows::place(const Row& row) const {
    const auto& block = document_.blocks[row.block];
    if (row.is_grid) {
        const auto number = std::ranges::lower_bound(grids_, row.block) - grids_.begin() + 1;
        const int page = std::get<Grid>(block).page;
        const auto* line = row.is_turned ? "列" : "行";
        return page > 0 ? fmt::format("第{}页第{}张表第{}{}", page, number, row.grid_row + 1, line)
                        : fmt::format("第{}张表第{}{}", number, row.grid_row + 1, line);
    }
    const int page = std::get<Paragraph>(block).page;
    return page > 0 ? fmt::format("第{}页", page) : fmt::format("第{}行", row.block + 1);
}

}  // namespace gk::report
