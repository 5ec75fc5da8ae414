#include "report/column_choice.hpp"

#include <algorithm>

namespace gk::report {

namespace {

using Chosen = std::optional<std::vector<const ValueCell*>>;

bool is_blank(const ValueCell& value) {
    return value.is_blank();
}

bool is_zero(const ValueCell& value) {
    return value.printed && value.printed->value && *value.printed->value == Decimal(0);
}

// Whether a cell merged over several columns says the same of each: no figure, or nought.
bool may_be_shared(const ValueCell& value) {
    return value.printed && (value.printed->mark != Mark::figure || is_zero(value));
}

std::vector<const ValueCell*> pointers(std::span<const ValueCell> values) {
    std::vector<const ValueCell*> result;
    for (const auto& value : values) {
        result.push_back(&value);
    }
    return result;
}

// The indexes of the columns from left to right: as the heads stand where all of them do, else as
// in the form.
std::vector<std::size_t> order_of(std::span<const ColumnHead> heads, std::size_t count,
                                  bool is_placed) {
    std::vector<std::size_t> order;
    if (heads.size() == count && is_placed) {
        std::vector<ColumnHead> sorted(heads.begin(), heads.end());
        std::ranges::sort(sorted, {}, &ColumnHead::column);
        for (const auto& head : sorted) {
            order.push_back(head.index);
        }
        return order;
    }
    for (std::size_t i = 0; i < count; ++i) {
        order.push_back(i);
    }
    return order;
}

// Whether the heads stand above the values, each in columns of its own.
bool are_placed(const LabelledValues& row, std::span<const ColumnHead> heads) {
    std::vector<ColumnHead> sorted(heads.begin(), heads.end());
    std::ranges::sort(sorted, {}, &ColumnHead::column);
    int free_from = row.label_end;
    for (const auto& head : sorted) {
        if (head.column < free_from) {
            return false;
        }
        free_from = head.column + head.column_span;
    }
    return !sorted.empty();
}

Chosen by_order(std::span<const ValueCell* const> values, std::span<const std::size_t> order,
                std::size_t count) {
    std::vector<const ValueCell*> chosen(count, nullptr);
    for (std::size_t i = 0; i < std::min(values.size(), order.size()); ++i) {
        chosen[order[i]] = values[i];
    }
    return chosen;
}

// Each value under its head; nothing where a figure stands under none, under several, or beside
// another one under the same.
Chosen by_place(std::span<const ValueCell> values, std::span<const ColumnHead> heads,
                std::size_t count) {
    std::vector<const ValueCell*> chosen(count, nullptr);
    for (const auto& value : values) {
        std::size_t matches = 0;
        for (const auto& head : heads) {
            const bool overlaps = value.column < head.column + head.column_span &&
                                  head.column < value.column + value.column_span;
            if (!overlaps) {
                continue;
            }
            ++matches;
            const auto* before = chosen[head.index];
            if (before != nullptr && !before->is_blank()) {
                if (value.is_blank()) {
                    continue;
                }
                return std::nullopt;
            }
            chosen[head.index] = matches > 1 && !may_be_shared(value) ? nullptr : &value;
        }
        if (matches == 0 && !value.is_blank()) {
            return std::nullopt;
        }
        if (matches > 1 && !may_be_shared(value)) {
            std::ranges::replace(chosen, &value, nullptr);
        }
    }
    return chosen;
}

// Merged cells without heads, when they cover as many columns as the form has.
Chosen by_span(std::span<const ValueCell> values, std::size_t count) {
    std::vector<const ValueCell*> chosen;
    for (const auto& value : values) {
        const auto span = static_cast<std::size_t>(value.column_span);
        if (chosen.size() + span > count) {
            return std::nullopt;
        }
        const bool is_usable = span == 1 || may_be_shared(value);
        chosen.insert(chosen.end(), span, is_usable ? &value : nullptr);
    }
    return chosen.size() == count ? Chosen(chosen) : std::nullopt;
}

// A row of cells with more cells than the form has columns: empty ones that only fill it up.
Chosen without_filling(std::span<const ValueCell> values, const TableShape& shape) {
    const auto count = shape.column_count;
    if (shape.value_columns == static_cast<int>(count)) {
        std::vector<const ValueCell*> chosen(count, nullptr);
        for (const auto& value : values) {
            const int at = value.column - shape.first_value_column;
            if (at >= 0 && at < shape.value_columns) {
                chosen[static_cast<std::size_t>(at)] = &value;
            }
        }
        return chosen;
    }
    const auto all = pointers(values);
    if (std::ranges::all_of(values.subspan(count), is_blank)) {
        return std::vector(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    }
    if (std::ranges::all_of(values.first(values.size() - count), is_blank)) {
        return std::vector(all.end() - static_cast<std::ptrdiff_t>(count), all.end());
    }
    return std::nullopt;
}

Chosen in_cells_row(const LabelledValues& row, std::span<const ColumnHead> heads,
                    const TableShape& shape, bool is_last) {
    const auto count = shape.column_count;
    const auto& values = row.values;
    const bool is_placed = are_placed(row, heads);
    // A cut row may have as many cells as the form has columns, some of them beside its label.
    const bool is_short =
        is_last && is_placed && values.front().is_blank() &&
        values.front().column < std::ranges::min(heads, {}, &ColumnHead::column).column;
    if (values.size() == count && !is_short) {
        return by_order(pointers(values), order_of(heads, count, is_placed), count);
    }
    if (is_placed && row.is_below_heads) {
        if (auto chosen = by_place(values, heads, count)) {
            return chosen;
        }
    }
    if (values.size() > count) {
        return without_filling(values, shape);
    }
    if (auto chosen = by_span(values, count)) {
        return chosen;
    }
    if (is_last) {
        return by_order(pointers(values), order_of(heads, count, false), count);
    }
    return std::nullopt;
}

// Lines with one cell each, of which some are empty. Between two cells stand as many empty lines
// as between those of a full row; more of them are empty cells.
Chosen from_lines(std::span<const ValueCell> values, const TableShape& shape, bool is_last) {
    const auto count = shape.column_count;
    const bool is_known = shape.blank_lines_between.has_value();
    const auto between = static_cast<std::size_t>(shape.blank_lines_between.value_or(0));
    std::vector<const ValueCell*> cells;
    const ValueCell* last_blank = nullptr;
    std::size_t lines = 0;
    const auto add_blanks = [&] {
        const auto empty_cells =
            is_known && lines > between ? (lines - between) / (between + 1) : 0;
        cells.insert(cells.end(), empty_cells, last_blank);
        lines = 0;
    };
    for (const auto& value : values) {
        if (value.is_blank()) {
            ++lines;
            last_blank = &value;
        } else {
            add_blanks();
            cells.push_back(&value);
        }
    }
    if (cells.size() > count) {
        return std::nullopt;
    }
    if (cells.size() < count && !is_last) {
        add_blanks();
        if (cells.size() < count) {
            return std::nullopt;
        }
    }
    cells.resize(count, nullptr);
    return cells;
}

}  // namespace

std::vector<std::size_t> columns_from_left(const LabelledValues& row,
                                           std::span<const ColumnHead> heads, std::size_t count) {
    return order_of(heads, count, are_placed(row, heads));
}

std::optional<int> blank_lines_between(const TableScan& scan) {
    std::optional<int> fewest;
    for (const auto& table : scan.tables) {
        for (const auto& row : table.rows) {
            int blank = 0;
            const ValueCell* before = nullptr;
            for (const auto& value : row.values) {
                if (row.is_cells_row) {
                    break;
                }
                if (value.is_blank()) {
                    ++blank;
                    continue;
                }
                if (before != nullptr && before->row != value.row) {
                    fewest = std::min(fewest.value_or(blank), blank);
                }
                before = &value;
                blank = 0;
            }
        }
    }
    return fewest;
}

TableShape shape_of(std::span<const LabelledValues> rows, std::size_t column_count,
                    std::optional<int> blank_lines_between) {
    TableShape shape{.column_count = column_count, .blank_lines_between = blank_lines_between};
    int last_value_column = -1;
    for (const auto& row : rows) {
        if (!row.is_cells_row) {
            continue;
        }
        for (const auto& value : row.values) {
            if (!value.is_blank()) {
                const bool is_first = shape.first_value_column < 0;
                shape.first_value_column =
                    is_first ? value.column : std::min(shape.first_value_column, value.column);
                last_value_column = std::max(last_value_column, value.column);
            }
        }
    }
    shape.value_columns =
        shape.first_value_column < 0 ? 0 : last_value_column - shape.first_value_column + 1;
    return shape;
}

Chosen values_by_column(const LabelledValues& row, std::span<const ColumnHead> heads,
                        const TableShape& shape, bool is_last) {
    if (row.is_cells_row) {
        return in_cells_row(row, heads, shape, is_last);
    }
    std::vector<const ValueCell*> filled;
    for (const auto& value : row.values) {
        if (!value.is_blank()) {
            filled.push_back(&value);
        }
    }
    // One figure too many, in a line of its own, is the number of a page.
    const bool is_crowded =
        filled.size() > shape.column_count &&
        (filled.size() > shape.column_count + 1 || filled.front()->row == filled.back()->row);
    if (is_crowded) {
        return std::nullopt;
    }
    if (filled.size() >= shape.column_count) {
        filled.resize(shape.column_count);
        return filled;
    }
    return from_lines(row.values, shape, is_last);
}

}  // namespace gk::report
