// Which values of a row belong to which columns: by the heads above them where the page shows
// that, by their order where all are there, and by what is known of the whole table else.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "report/table_scan.hpp"

namespace gk::report {

// A column of a table: `index` in the form; where its head stands.
struct ColumnHead {
    std::size_t index = 0;
    int column = 0;
    int column_span = 1;
};

// What is known of a table beyond one row.
struct TableShape {
    std::size_t column_count = 0;  // Of the form.
    // Between two figures on lines of their own; nothing where the document has no two.
    std::optional<int> blank_lines_between;
    int first_value_column = -1;  // Where the figures of the whole table stand, if they fill
    int value_columns = 0;        // so many columns.
};

[[nodiscard]] TableShape shape_of(std::span<const LabelledValues> rows, std::size_t column_count,
                                  std::optional<int> blank_lines_between);

// The indexes of the columns from left to right: as the heads stand where all of them do, else as
// in the form.
[[nodiscard]] std::vector<std::size_t> columns_from_left(const LabelledValues& row,
                                                         std::span<const ColumnHead> heads,
                                                         std::size_t count);

// How many empty lines stand between figures on neighbouring lines of the document.
[[nodiscard]] std::optional<int> blank_lines_between(const TableScan& scan);

// For each column of the form the value that belongs to it, or nullptr. Nothing where it cannot be
// told. `is_last`: the document ends behind this row, which may be cut.
[[nodiscard]] std::optional<std::vector<const ValueCell*>> values_by_column(
    const LabelledValues& row, std::span<const ColumnHead> heads, const TableShape& shape,
    bool is_last);

}  // namespace gk::report
