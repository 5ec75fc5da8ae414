#include "report/split_figure.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"

namespace gk::report {

namespace {

using Values = std::vector<ValueCell>;

bool is_count(const ValueCell& value) {
    return value.printed && value.printed->value && value.printed->unit.empty() &&
           value.printed->value->is_whole() && *value.printed->value >= Decimal(0);
}

std::string printed_text(const ValueCell& value) {
    return value.joined.empty() ? std::string(value.text) : value.joined;
}

std::string digits_of(const ValueCell& value) {
    auto digits = text::to_half_width(printed_text(value));
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    return digits;
}

// 1 and 2 as the 12 that they were; nothing where they cannot be one figure.
std::optional<ValueCell> joined(const ValueCell& first, const ValueCell& second) {
    if (!is_count(first) || !is_count(second) || *first.printed->value == Decimal(0)) {
        return std::nullopt;
    }
    const auto value = Decimal::parse(digits_of(first) + digits_of(second));
    if (!value) {
        return std::nullopt;
    }
    auto both = first;
    both.printed->value = value;
    both.joined = printed_text(first) + " " + printed_text(second);
    both.column_span = second.column + second.column_span - first.column;
    return both;
}

bool is_below(const ValueCell& value, const ColumnHead& head) {
    return value.column < head.column + head.column_span &&
           head.column < value.column + value.column_span;
}

bool is_same(const Values& a, const Values& b) {
    return std::ranges::equal(a, b, [](const ValueCell& x, const ValueCell& y) {
        return x.printed->value == y.printed->value;
    });
}

class DigitJoining {
public:
    DigitJoining(const LabelledValues& row, std::span<const ColumnHead> heads, std::size_t count,
                 std::size_t columns_of_sum)
        : heads_(heads),
          order_(columns_from_left(row, heads, count)),
          count_(count),
          columns_of_sum_(columns_of_sum) {}

    // Sums come out with the first of the values as they are.
    [[nodiscard]] bool adds_up(std::span<const ValueCell> values) const {
        std::vector<Decimal> columns(count_);
        for (std::size_t i = 0; i < count_; ++i) {
            if (!values[i].printed) {
                return false;
            }
            columns[order_[i]] = values[i].printed->value.value_or(Decimal(0));
        }
        for (std::size_t first = 0; first < count_; first += columns_of_sum_) {
            Decimal sum;
            for (auto i = first; i + 1 < first + columns_of_sum_; ++i) {
                sum += columns[i];
            }
            if (sum != columns[first + columns_of_sum_ - 1]) {
                return false;
            }
        }
        return true;
    }

    // The only way to put digits together that explains the row.
    [[nodiscard]] std::optional<Values> find(const Values& values) {
        for (const bool is_below_one_head : {true, false}) {
            is_below_one_head_ = is_below_one_head;
            found_.reset();
            is_ambiguous_ = false;
            if (is_below_one_head || columns_of_sum_ > 0) {
                join(values, 0);
            }
            if (found_ && !is_ambiguous_) {
                return found_;
            }
        }
        return std::nullopt;
    }

private:
    void join(const Values& values, std::size_t from) {
        if (values.size() == count_) {
            if (columns_of_sum_ == 0 || adds_up(values)) {
                is_ambiguous_ = is_ambiguous_ || (found_ && !is_same(*found_, values));
                found_ = values;
            }
            return;
        }
        for (auto i = from; i + 1 < values.size(); ++i) {
            if (is_below_one_head_ && !are_below_one_head(values[i], values[i + 1])) {
                continue;
            }
            if (const auto both = joined(values[i], values[i + 1])) {
                auto fewer = values;
                fewer[i] = *both;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                join(fewer, i);
            }
        }
    }

    [[nodiscard]] bool are_below_one_head(const ValueCell& first, const ValueCell& second) const {
        return std::ranges::any_of(heads_, [&](const ColumnHead& head) {
            return is_below(first, head) && is_below(second, head);
        });
    }

    std::span<const ColumnHead> heads_;
    std::vector<std::size_t> order_;
    std::size_t count_;
    std::size_t columns_of_sum_;
    bool is_below_one_head_ = true;
    std::optional<Values> found_;
    bool is_ambiguous_ = false;
};

// The cells of the row; of lines only those with text. Empty cells left of all figures of the table
// belong to the label, those behind only fill the row up.
Values cells_of(const LabelledValues& row, const TableShape& shape) {
    auto values = row.values;
    if (!row.is_cells_row) {
        std::erase_if(values, [](const ValueCell& value) { return value.is_blank(); });
        return values;
    }
    const auto first = std::ranges::find_if(values, [&](const ValueCell& value) {
        return !value.is_blank() || value.column >= shape.first_value_column;
    });
    values.erase(values.begin(), first);
    while (values.size() > shape.column_count && values.back().is_blank()) {
        values.pop_back();
    }
    return values;
}

std::optional<LabelledValues> with_digits_joined(const LabelledValues& row,
                                                 std::span<const ColumnHead> heads,
                                                 const TableShape& shape,
                                                 std::size_t columns_of_sum) {
    const auto count = shape.column_count;
    const auto values = cells_of(row, shape);
    const bool is_readable = std::ranges::all_of(
        values, [](const ValueCell& value) { return value.printed.has_value(); });
    if (values.size() <= count || values.size() > count + splits_max || !is_readable) {
        return std::nullopt;
    }
    auto mended = row;
    DigitJoining joining(row, heads, count, columns_of_sum);
    // Lines go on below the row: what comes behind its figures may be none of them. Their places
    // say nothing of heads.
    if (!row.is_cells_row && columns_of_sum == 0) {
        return std::nullopt;
    }
    if (!row.is_cells_row && joining.adds_up(values)) {
        mended.values.assign(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
        return mended;
    }
    auto found = joining.find(values);
    if (!found) {
        return std::nullopt;
    }
    mended.values = *std::move(found);
    return mended;
}

// A page number among the figures of a row on lines of their own: one figure too many, which alone
// has more empty lines on both sides than figures have between them.
std::optional<LabelledValues> without_page_number(const LabelledValues& row,
                                                  const TableShape& shape) {
    const auto filled =
        std::ranges::count_if(row.values, [](const ValueCell& value) { return !value.is_blank(); });
    constexpr std::size_t columns_min = 2;  // Of a lone figure nothing shows which of two it is.
    if (row.is_cells_row || shape.column_count < columns_min ||
        std::cmp_not_equal(filled, shape.column_count + 1)) {
        return std::nullopt;
    }
    const auto between = shape.blank_lines_between.value_or(0);
    const auto is_set_off = [&](std::size_t at) {
        const auto blank = [&](std::size_t i) {
            return i < row.values.size() && row.values[i].is_blank();
        };
        int before = 0;
        int after = 0;
        while (blank(at - 1U - static_cast<std::size_t>(before))) {
            ++before;
        }
        while (blank(at + 1U + static_cast<std::size_t>(after))) {
            ++after;
        }
        return is_count(row.values[at]) && before > between && after > between;
    };
    std::optional<std::size_t> page_number;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (!row.values[i].is_blank() && is_set_off(i)) {
            if (page_number) {
                return std::nullopt;
            }
            page_number = i;
        }
    }
    if (!page_number) {
        return std::nullopt;
    }
    auto mended = row;
    mended.values.erase(mended.values.begin() + static_cast<std::ptrdiff_t>(*page_number));
    std::erase_if(mended.values, [](const ValueCell& value) { return value.is_blank(); });
    return mended;
}

}  // namespace

std::optional<ChosenValues> values_with_digits_joined(const LabelledValues& row,
                                                      std::span<const ColumnHead> heads,
                                                      const TableShape& shape,
                                                      std::size_t columns_of_sum, bool is_last) {
    ChosenValues chosen;
    chosen.joined = without_page_number(row, shape);
    if (chosen.joined) {
        if (auto columns = values_by_column(*chosen.joined, heads, shape, is_last)) {
            chosen.columns = *std::move(columns);
            return chosen;
        }
    }
    auto columns = row.is_cells_row ? values_by_column(row, heads, shape, is_last) : std::nullopt;
    if (!columns) {
        chosen.joined = with_digits_joined(row, heads, shape, columns_of_sum);
        if (chosen.joined || !row.is_cells_row) {
            columns = values_by_column(chosen.joined ? *chosen.joined : row, heads, shape, is_last);
        }
    }
    if (!columns) {
        return std::nullopt;
    }
    chosen.columns = *std::move(columns);
    return chosen;
}

}  // namespace gk::report
