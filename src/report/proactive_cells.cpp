#include <algorithm>
#include <array>
#include <utility>

#include "report/split_figure.hpp"
#include "report/table_cells.hpp"

namespace gk::report {

namespace {

using law::ProactiveColumn;
using law::ProactiveItem;
using law::ReportFormat;

// Columns and items that one form has and the other has not.
std::optional<ReportFormat> only_in(ProactiveColumn column) {
    using enum ProactiveColumn;
    switch (column) {
        case issued:
        case repealed:
        case in_force:
        case amount_10k_yuan:
            return ReportFormat::form_2021;
        case newly_made:
        case newly_public:
        case total_public:
        case items_last_year:
        case change:
        case projects:
        case amount:
            return ReportFormat::trial_2019;
        case decisions:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<ReportFormat> only_in(ProactiveItem item) {
    const bool is_only_2019 =
        item == ProactiveItem::other_services || item == ProactiveItem::central_procurement;
    return is_only_2019 ? std::optional(ReportFormat::trial_2019) : std::nullopt;
}

const law::ProactiveCell* cell_of(ProactiveItem item, ProactiveColumn column, ReportFormat format) {
    const auto other =
        format == ReportFormat::trial_2019 ? ReportFormat::form_2021 : ReportFormat::trial_2019;
    for (const auto candidate : {format, other}) {
        for (const auto& cell : law::proactive_cells(candidate)) {
            if (cell.item == item && cell.column == column) {
                return &cell;
            }
        }
    }
    return nullptr;
}

const law::ProactiveBlock* block_of(ProactiveItem item, ReportFormat format) {
    for (const auto& block : law::proactive_blocks(format)) {
        if (std::ranges::find(block.items, item) != block.items.end()) {
            return &block;
        }
    }
    return nullptr;
}

bool is_same(const ValueCell& a, const ValueCell& b) {
    return a.printed && b.printed && a.printed->mark == b.printed->mark &&
           a.printed->value == b.printed->value;
}

class ProactiveReader {
public:
    ProactiveReader(const ScannedTable& table, const ScanContext& context)
        : table_(table), context_(context) {}

    ProactiveCells read() && {
        const auto format = format_of_labels();
        found_.format = format;
        for (const auto& row : table_.rows) {
            if (row.label.kind == LabelKind::proactive_item) {
                read_item(row, format.value_or(ReportFormat::form_2021));
            } else {
                read_column(row, format.value_or(ReportFormat::form_2021));
            }
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] std::optional<ReportFormat> format_of_labels() const {
        int score = 0;
        const auto count = [&](const FormLabel& label) {
            std::optional<ReportFormat> format;
            if (label.kind == LabelKind::proactive_item) {
                format = only_in(static_cast<ProactiveItem>(label.value));
            } else if (label.kind == LabelKind::proactive_column) {
                format = only_in(static_cast<ProactiveColumn>(label.value));
            }
            score += !format ? 0 : *format == ReportFormat::form_2021 ? 1 : -1;
        };
        bool has_decisions = false;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            count(table_.rows[i].label);
            const bool is_new_set = i == 0 || table_.rows[i].heads != table_.rows[i - 1].heads;
            for (const auto& head : heads(table_.rows[i]).cells) {
                if (is_new_set) {
                    count(head.label);
                }
                has_decisions = has_decisions || head.label.kind == LabelKind::proactive_column;
            }
        }
        if (score == 0) {
            return has_decisions ? std::optional(ReportFormat::form_2021) : std::nullopt;
        }
        return score > 0 ? ReportFormat::form_2021 : ReportFormat::trial_2019;
    }

    [[nodiscard]] const HeadSet& heads(const LabelledValues& row) const {
        return context_.scan.head_sets[row.heads];
    }

    // The columns above a row of the item, as far as the item has such columns.
    [[nodiscard]] std::vector<ColumnHead> columns_of(const LabelledValues& row,
                                                     ReportFormat format) const {
        const auto item = static_cast<ProactiveItem>(row.label.value);
        std::vector<ColumnHead> columns;
        for (const auto& head : heads(row).cells) {
            const bool is_of_item =
                head.label.kind == LabelKind::proactive_column &&
                cell_of(item, static_cast<ProactiveColumn>(head.label.value), format) != nullptr;
            if (is_of_item && std::ranges::find(columns, std::size_t{head.label.value},
                                                &ColumnHead::index) == columns.end()) {
                columns.push_back({head.label.value, head.column, head.column_span});
            }
        }
        const auto filled = static_cast<std::size_t>(
            std::ranges::count_if(row.values, [](const auto& value) { return !value.is_blank(); }));
        const auto* block = block_of(item, format);
        const bool is_lost = block != nullptr && table_.has_own_heads &&
                             filled == block->columns.size() && filled > columns.size() &&
                             !columns.empty();
        if (is_lost) {
            columns.clear();
            for (const auto column : block->columns) {
                columns.push_back({static_cast<std::size_t>(column)});
            }
        }
        return columns;
    }

    [[nodiscard]] std::optional<FormLabel> label_above(const LabelledValues& row,
                                                       const ValueCell& value) const {
        for (const auto& head : heads(row).cells) {
            if (head.label.kind == LabelKind::proactive_column && value.column >= head.column &&
                value.column < head.column + head.column_span) {
                return head.label;
            }
        }
        return std::nullopt;
    }

    // A merged cell that is written out in each of its columns: the same figure again, below the
    // same head.
    [[nodiscard]] LabelledValues without_repeats(const LabelledValues& row) const {
        auto kept = row;
        kept.values.clear();
        for (const auto& value : row.values) {
            const auto head = label_above(row, value);
            const bool is_repeat = !kept.values.empty() && head &&
                                   label_above(row, kept.values.back()) == head &&
                                   is_same(kept.values.back(), value);
            if (!is_repeat) {
                kept.values.push_back(value);
            }
        }
        return kept;
    }

    void read_item(const LabelledValues& row, ReportFormat format) {
        const auto item = static_cast<ProactiveItem>(row.label.value);
        auto columns = columns_of(row, format);
        if (columns.empty()) {
            return;
        }
        if (row.is_cells_row && row.values.size() > columns.size()) {
            read_item_of(without_repeats(row), item, std::move(columns), format);
        } else {
            read_item_of(row, item, std::move(columns), format);
        }
    }

    void read_item_of(const LabelledValues& row, ProactiveItem item,
                      std::vector<ColumnHead> columns, ReportFormat format) {
        const auto heads_in_order = columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].index = i;
        }
        const auto chosen = choose(row, columns);
        for (std::size_t i = 0; chosen && i < columns.size(); ++i) {
            const auto column = static_cast<ProactiveColumn>(heads_in_order[i].index);
            put(item, column, chosen->columns[i], format, unit_of(row, column));
        }
    }

    // A row for each column of the form, the items side by side.
    void read_column(const LabelledValues& row, ReportFormat format) {
        const auto column = static_cast<ProactiveColumn>(row.label.value);
        std::vector<ColumnHead> columns;
        std::vector<ProactiveItem> items;
        for (const auto& head : heads(row).cells) {
            if (head.label.kind == LabelKind::proactive_item) {
                columns.push_back({items.size(), head.column, head.column_span});
                items.push_back(static_cast<ProactiveItem>(head.label.value));
            }
        }
        if (items.empty()) {
            return;
        }
        const auto chosen = choose(row, columns);
        for (std::size_t i = 0; chosen && i < items.size(); ++i) {
            put(items[i], column, chosen->columns[i], format, {});
        }
    }

    [[nodiscard]] std::optional<ChosenValues> choose(const LabelledValues& row,
                                                     std::span<const ColumnHead> columns) const {
        const bool is_last = context_.may_be_cut && !row.values.empty() &&
                             row.values.back().row == context_.last_value_row;
        auto shape = shape_of(table_.rows, columns.size(), context_.blank_lines_between);
        shape.value_columns = 0;  // The blocks have different numbers of columns.
        return values_with_digits_joined(row, columns, shape, 0, is_last);
    }

    // The unit in the head: 采购总金额（万元）.
    [[nodiscard]] std::string_view unit_of(const LabelledValues& row,
                                           ProactiveColumn column) const {
        for (const auto& head : heads(row).cells) {
            if (head.label.kind != LabelKind::proactive_column ||
                head.label.value != static_cast<std::uint8_t>(column)) {
                continue;
            }
            for (const std::string_view unit : {"亿元", "万元", "元"}) {
                if (head.text.find(unit) != std::string_view::npos) {
                    return unit;
                }
            }
        }
        return {};
    }

    void put(ProactiveItem item, ProactiveColumn column, const ValueCell* value,
             ReportFormat format, std::string_view head_unit) {
        const auto* cell = cell_of(item, column, format);
        if (cell == nullptr || (value == nullptr && found_.cells.contains(cell->key))) {
            return;
        }
        auto figure = figure_of(value, context_.rows);
        const auto unit =
            value != nullptr && value->printed ? value->printed->unit : std::string_view{};
        if (column == ProactiveColumn::amount_10k_yuan && unit == "元" && figure.value) {
            constexpr int yuan_in_10k = 10'000;
            figure.value = Decimal::of_micro(figure.value->micro() / yuan_in_10k);
        }
        if (column == ProactiveColumn::amount) {
            found_.procurement_unit = unit.empty() ? head_unit : unit;
        }
        found_.cells.insert_or_assign(std::string(cell->key), std::move(figure));
    }

    const ScannedTable& table_;
    const ScanContext& context_;
    ProactiveCells found_;
};

}  // namespace

ProactiveCells proactive_cells(const ScannedTable& table, const ScanContext& context) {
    return ProactiveReader(table, context).read();
}

}  // namespace gk::report
