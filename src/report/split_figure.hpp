// A figure whose digits extraction left in two cells, "1" and "2" for 12: the row has a cell more
// than the form has columns.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "report/column_choice.hpp"
#include "report/table_scan.hpp"

namespace gk::report {

// More splits than this in one row are no slip.
inline constexpr std::size_t splits_max = 2;

// The values of a row by the columns of the form, as of values_by_column().
struct ChosenValues {
    std::optional<LabelledValues> joined;   // The row with its figures put together.
    std::vector<const ValueCell*> columns;  // Into the row, or into `joined`.

    ChosenValues() = default;
    ChosenValues(ChosenValues&&) = default;
    ChosenValues& operator=(ChosenValues&&) = default;
    ChosenValues(const ChosenValues&) = delete;
    ChosenValues& operator=(const ChosenValues&) = delete;
    ~ChosenValues() = default;
};

// As values_by_column(); where that cannot tell, with digits put together, if there is just one
// way to do so with which the sums of the row come out (the last of each `columns_of_sum` columns
// is the total of the others) or, where `columns_of_sum` is 0, with which every figure stands
// below a head of its own. Such a figure is printed "1 2".
[[nodiscard]] std::optional<ChosenValues> values_with_digits_joined(
    const LabelledValues& row, std::span<const ColumnHead> heads, const TableShape& shape,
    std::size_t columns_of_sum, bool is_last);

}  // namespace gk::report
