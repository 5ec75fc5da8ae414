#include "report/table_cells.hpp"

#include <algorithm>
#include <array>

#include "report/split_figure.hpp"

namespace gk::report {

namespace {

using law::ApplicationRow;
using law::RemedyGroup;

bool is_last_row(const LabelledValues& row, const ScanContext& context) {
    return context.may_be_cut && !row.values.empty() &&
           row.values.back().row == context.last_value_row;
}

// The heads of one kind, each column once.
std::vector<ColumnHead> heads_of(const HeadSet& set, LabelKind kind) {
    std::vector<ColumnHead> heads;
    for (const auto& cell : set.cells) {
        const std::size_t index = cell.label.value;
        if (cell.label.kind == kind &&
            std::ranges::find(heads, index, &ColumnHead::index) == heads.end()) {
            heads.push_back({index, cell.column, cell.column_span});
        }
    }
    return heads;
}

template <typename Figures>
Figures figures_of(const std::vector<const ValueCell*>& chosen, const TextRows& rows) {
    Figures figures;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        figures[i] = figure_of(chosen[i], rows);
    }
    return figures;
}

// 其他处理 is one row only where none of its three rows is there.
void drop_group_sum(ApplicationTable& table) {
    using enum ApplicationRow;
    for (const auto row :
         {otherwise_closed_no_correction, otherwise_closed_fee_unpaid, otherwise_closed_other}) {
        if (table.contains(row)) {
            table.erase(otherwise_closed);
        }
    }
}

struct RemedyColumn {
    RemedyGroup group;
    std::size_t result;
};

const HeadCell* head_above(const HeadSet& set, LabelKind kind, const ValueCell& value) {
    const HeadCell* nearest = nullptr;
    for (const auto& cell : set.cells) {
        const bool is_above = cell.label.kind == kind && cell.row < value.row &&
                              value.column < cell.column + cell.column_span &&
                              cell.column < value.column + value.column_span;
        if (is_above && (nearest == nullptr || cell.row >= nearest->row)) {
            nearest = &cell;
        }
    }
    return nearest;
}

class RemedyReader {
public:
    RemedyReader(const ScannedTable& table, const ScanContext& context)
        : table_(table), context_(context) {}

    RemedyTable read() && {
        for (const auto& row : table_.rows) {
            read_row(row, context_.scan.head_sets[row.heads]);
        }
        return std::move(cells_);
    }

private:
    void read_row(const LabelledValues& row, const HeadSet& heads) {
        auto groups = heads_of(heads, LabelKind::remedy_group);
        if (row.label.kind == LabelKind::remedy_group) {
            const auto results = heads_of(heads, LabelKind::remedy_result);
            if (const auto chosen = choose(row, results, law::remedy_result_count)) {
                put_group(static_cast<RemedyGroup>(row.label.value), chosen->columns, 0);
            }
        } else if (row.label.kind == LabelKind::remedy_result) {
            read_result(row, groups);
        } else if (!read_by_place(row, heads)) {
            read_wide(row, heads, groups);
        }
    }

    // A row for each result, a column for each group.
    void read_result(const LabelledValues& row, std::vector<ColumnHead> groups) {
        if (groups.empty()) {
            return;
        }
        if (groups.size() > 1) {
            std::ranges::sort(groups, {}, &ColumnHead::index);
        }
        const bool is_one = row.values.size() == 1;
        if (is_one) {
            put(static_cast<RemedyGroup>(groups.back().index), row.label.value, row.values.data());
        } else if (const auto chosen = choose(row, groups, law::remedy_group_count)) {
            for (std::size_t i = 0; i < law::remedy_group_count; ++i) {
                put(static_cast<RemedyGroup>(i), row.label.value, chosen->columns[i]);
            }
        }
    }

    // Every value stands below a group and a result, no two below the same.
    bool read_by_place(const LabelledValues& row, const HeadSet& heads) {
        if (!row.is_cells_row) {
            return false;
        }
        RemedyTable found;
        for (const auto& value : row.values) {
            const auto* group = head_above(heads, LabelKind::remedy_group, value);
            const auto* result = head_above(heads, LabelKind::remedy_result, value);
            if (group == nullptr || result == nullptr) {
                if (value.is_blank()) {
                    continue;
                }
                return false;
            }
            auto& figure = found[static_cast<RemedyGroup>(group->label.value)][result->label.value];
            if (figure.mark != Mark::absent || value.column_span > 1) {
                return false;
            }
            figure = figure_of(&value, context_.rows);
        }
        const bool is_whole = std::ranges::all_of(found, [](const auto& group) {
            return std::ranges::none_of(
                group.second, [](const Figure& figure) { return figure.mark == Mark::absent; });
        });
        if (found.empty() || !is_whole) {
            return false;
        }
        cells_.merge(found);
        return true;
    }

    // Five values for each group, in the order of the form.
    void read_wide(const LabelledValues& row, const HeadSet& heads,
                   std::vector<ColumnHead> groups) {
        std::ranges::sort(groups, {}, &ColumnHead::index);
        const auto results = std::ranges::count_if(heads.cells, [](const HeadCell& cell) {
            return cell.label.kind == LabelKind::remedy_result;
        });
        const auto filled = static_cast<std::size_t>(
            std::ranges::count_if(row.values, [](const auto& value) { return !value.is_blank(); }));
        const bool is_pair = groups.size() == 1 && results == 1 && row.values.size() == 1;
        if (is_pair) {
            const auto* head = &heads.cells.front();
            for (const auto& cell : heads.cells) {
                head = cell.label.kind == LabelKind::remedy_result ? &cell : head;
            }
            put(static_cast<RemedyGroup>(groups[0].index), head->label.value, row.values.data());
            return;
        }
        if (groups.empty() || filled > groups.size() * law::remedy_result_count + splits_max) {
            groups = {{0}, {1}, {2}};
        }
        const auto chosen = choose(row, {}, groups.size() * law::remedy_result_count);
        if (!chosen) {
            return;
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            put_group(static_cast<RemedyGroup>(groups[i].index), chosen->columns,
                      i * law::remedy_result_count);
        }
    }

    // A row of groups, which are three, has no sum.
    [[nodiscard]] std::optional<ChosenValues> choose(const LabelledValues& row,
                                                     std::span<const ColumnHead> heads,
                                                     std::size_t count) const {
        const bool has_sums = count % law::remedy_result_count == 0;
        return values_with_digits_joined(
            row, heads, shape_of(table_.rows, count, context_.blank_lines_between),
            has_sums ? law::remedy_result_count : 0, is_last_row(row, context_));
    }

    void put(RemedyGroup group, std::size_t result, const ValueCell* value) {
        auto& figure = cells_[group][result];
        if (figure.mark == Mark::absent) {
            figure = figure_of(value, context_.rows);
        }
    }

    void put_group(RemedyGroup group, const std::vector<const ValueCell*>& chosen,
                   std::size_t first) {
        const bool is_empty = std::ranges::all_of(
            chosen.begin() + static_cast<std::ptrdiff_t>(first),
            chosen.begin() + static_cast<std::ptrdiff_t>(first + law::remedy_result_count),
            [](const ValueCell* value) { return value == nullptr; });
        for (std::size_t i = 0; i < law::remedy_result_count && !is_empty; ++i) {
            put(group, i, chosen[first + i]);
        }
    }

    const ScannedTable& table_;
    const ScanContext& context_;
    RemedyTable cells_;
};

}  // namespace

Figure figure_of(const ValueCell* value, const TextRows& rows) {
    Figure figure;
    if (value == nullptr) {
        return figure;
    }
    figure.printed = value->joined.empty() ? std::string(value->text) : value->joined;
    figure.place = rows.place(rows.rows()[value->row]);
    if (value->printed) {
        figure.value = value->printed->value;
        figure.mark = value->printed->mark;
    }
    return figure;
}

ApplicationTable application_cells(const ScannedTable& table, const ScanContext& context) {
    ApplicationTable cells;
    const auto shape =
        shape_of(table.rows, law::applicant_column_count, context.blank_lines_between);
    for (const auto& row : table.rows) {
        const auto& set = context.scan.head_sets[row.heads];
        const auto heads = set.has_applicants ? heads_of(set, LabelKind::applicant_column)
                                              : std::vector<ColumnHead>{};
        if (heads.size() == 1 && row.values.size() == 1) {
            auto& figure = cells[static_cast<ApplicationRow>(row.label.value)][heads[0].index];
            figure =
                figure.mark == Mark::absent ? figure_of(row.values.data(), context.rows) : figure;
            continue;
        }
        const bool may_be_cut = set.has_applicants && is_last_row(row, context);
        const auto chosen =
            values_with_digits_joined(row, heads, shape, law::applicant_column_count, may_be_cut);
        if (chosen) {
            cells.try_emplace(static_cast<ApplicationRow>(row.label.value),
                              figures_of<ApplicationFigures>(chosen->columns, context.rows));
        }
    }
    drop_group_sum(cells);
    return cells;
}

RemedyTable remedy_cells(const ScannedTable& table, const ScanContext& context) {
    return RemedyReader(table, context).read();
}

}  // namespace gk::report
