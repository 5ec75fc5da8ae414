// Finds the rows of the three statutory tables in a document, by their labels: which values stand
// behind which label, below which heads. What each value means is decided afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/label_reader.hpp"
#include "report/printed_figure.hpp"
#include "report/text_rows.hpp"

namespace gk::report {

enum class TableKind : std::uint8_t { proactive_disclosure, applications, remedies };

inline constexpr std::size_t table_kind_count = 3;

struct ValueCell {
    std::string_view text;
    std::optional<PrintedFigure> printed;  // Nothing where the text is no figure.
    std::uint32_t row = 0;
    int column = 0;
    int column_span = 1;
    std::string joined;  // "1 2", where the digits of the figure stood in two cells; else empty.

    [[nodiscard]] bool is_blank() const { return printed && printed->mark == Mark::blank; }
};

// A label and the values behind it. The kinds of label: application_row, proactive_item,
// proactive_column, remedy_group, remedy_result; litigation_head where the values stand below the
// heads of table 四 without a label of their own.
struct LabelledValues {
    FormLabel label;
    std::vector<ValueCell> values;
    std::size_t heads = 0;      // Index of the set of heads in force.
    bool is_cells_row = false;  // The values are one row of cells: empty ones can be seen.
    int label_end = 0;          // The first column behind the label, where it is in that row.
    std::uint32_t row = 0;      // Of the label.
    // The columns are those of the heads: they stand in the same grid, or in one as wide.
    bool is_below_heads = true;
};

struct ScannedTable {
    TableKind kind;
    std::vector<LabelledValues> rows;
    bool has_own_heads = false;      // The heads stand in the same grid or run of lines.
    bool has_unknown_heads = false;  // Text that is no label stands before the first row.
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
};

struct TableScan {
    std::vector<ScannedTable> tables;
    std::vector<HeadSet> head_sets;
};

// `breaks`: rows that are headings, in rising order; no table goes on across them unseen.
[[nodiscard]] TableScan scan_tables(const TextRows& rows, std::span<const std::uint32_t> breaks);

}  // namespace gk::report
