#include "report/statutory_table.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace gk::report {

namespace {

using law::ApplicationRow;
using law::ReportFormat;
using law::Section;

constexpr std::string_view results_label = "三、本年度办理结果";
constexpr std::string_view cross_check_sentence =
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

class Layout {
public:
    explicit Layout(StatutoryTable& table) : table_(table) {}

    void head(CellRole role, std::string_view text, int row, int column, int row_span = 1,
              int column_span = 1) {
        table_.cells.push_back({.text = std::string(text),
                                .role = role,
                                .row = row,
                                .column = column,
                                .row_span = row_span,
                                .column_span = column_span,
                                .cell_name = {}});
    }

    void figure(CellRole role, const Figure& figure, std::string name, int row, int column,
                int column_span = 1) {
        table_.cells.push_back({.text = shown(figure),
                                .role = role,
                                .row = row,
                                .column = column,
                                .row_span = 1,
                                .column_span = column_span,
                                .cell_name = std::move(name),
                                .figure = &figure});
    }

private:
    StatutoryTable& table_;
};

std::string caption(const AnnualReport& report, Section section, ReportFormat format) {
    std::string text;
    if (report.report_year) {
        text = std::to_string(*report.report_year) + "年";
    }
    return text + std::string(law::title(section, format));
}

// Columns of a block share the width that the widest block gives to its columns.
int column_of(std::size_t index, std::size_t count, int columns) {
    return 1 + static_cast<int>(index) * ((columns - 1) / static_cast<int>(count));
}

int span_of(std::size_t index, std::size_t count, int columns) {
    const bool is_last = index + 1 == count;
    const int begin = column_of(index, count, columns);
    return is_last ? columns - begin : column_of(index + 1, count, columns) - begin;
}

StatutoryTable proactive_table(const AnnualReport& report, ReportFormat format) {
    StatutoryTable table{.section = Section::proactive_disclosure,
                         .caption = caption(report, Section::proactive_disclosure, format),
                         .columns = 4,
                         .label_columns = 1,
                         .cells = {}};
    Layout layout(table);
    const auto cells = law::proactive_cells(format);
    for (const auto& block : law::proactive_blocks(format)) {
        const auto is_printed = [&](const law::ProactiveCell& cell) {
            return std::ranges::find(block.items, cell.item) != block.items.end() &&
                   report.proactive_disclosure.contains(cell.key);
        };
        if (std::ranges::none_of(cells, is_printed)) {
            continue;
        }
        layout.head(CellRole::block_head, block.label, table.rows++, 0, 1, table.columns);
        layout.head(CellRole::column_head, "信息内容", table.rows, 0);
        const auto count = block.columns.size();
        for (std::size_t i = 0; i < count; ++i) {
            std::string label(law::label(block.columns[i], format));
            if (block.columns[i] == law::ProactiveColumn::amount &&
                !report.procurement_unit.empty()) {
                label += "（" + report.procurement_unit + "）";
            }
            layout.head(CellRole::column_head, label, table.rows, column_of(i, count, 4), 1,
                        span_of(i, count, 4));
        }
        ++table.rows;
        for (const auto item : block.items) {
            if (std::ranges::none_of(cells, [&](const law::ProactiveCell& cell) {
                    return cell.item == item && is_printed(cell);
                })) {
                continue;
            }
            layout.head(CellRole::row_head, law::label(item, format), table.rows, 0);
            std::size_t index = 0;
            for (const auto& cell : cells) {
                if (cell.item != item) {
                    continue;
                }
                static const Figure nothing;
                const auto found = report.proactive_disclosure.find(cell.key);
                const auto& figure =
                    found == report.proactive_disclosure.end() ? nothing : found->second;
                layout.figure(CellRole::figure, figure, cell_name(cell), table.rows,
                              column_of(index, count, 4), span_of(index, count, 4));
                ++index;
            }
            ++table.rows;
        }
    }
    return table;
}

void lay_applicant_heads(Layout& layout) {
    using law::ApplicantColumn;
    layout.head(CellRole::corner, cross_check_sentence, 0, 0, 3, 3);
    layout.head(CellRole::column_head, "申请人情况", 0, 3, 1, 7);
    layout.head(CellRole::column_head, law::label(ApplicantColumn::natural_person), 1, 3, 2);
    layout.head(CellRole::column_head, "法人或其他组织", 1, 4, 1, 5);
    layout.head(CellRole::column_head, law::label(ApplicantColumn::total), 1, 9, 2);
    for (int i = 1; i <= 5; ++i) {
        layout.head(CellRole::column_head, law::label(static_cast<ApplicantColumn>(i)), 2, 3 + i);
    }
}

bool is_outcome(ApplicationRow row) {
    return row >= ApplicationRow::granted && row <= ApplicationRow::outcomes_total;
}

// The labels to the left of a row: over all three label columns, over two beside the group of
// results, or one beside a group within it.
void lay_labels(Layout& layout, const std::vector<ApplicationRow>& rows, std::size_t index,
                int at_row) {
    const auto row = rows[index];
    const auto group = law::group_label(row);
    if (!is_outcome(row)) {
        layout.head(CellRole::row_head, law::label(row), at_row, 0, 1, 3);
        return;
    }
    const auto starts = [&](auto same) { return index == 0 || !same(rows[index - 1]); };
    const auto run = [&](auto same) {
        const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(index);
        return static_cast<int>(std::find_if_not(begin, rows.end(), same) - begin);
    };
    if (starts(is_outcome)) {
        layout.head(CellRole::group_head, results_label, at_row, 0, run(is_outcome));
    }
    const auto same_group = [&](ApplicationRow other) {
        return is_outcome(other) && law::group_label(other) == group;
    };
    if (group.empty()) {
        layout.head(CellRole::row_head, law::label(row), at_row, 1, 1, 2);
    } else {
        if (starts(same_group)) {
            layout.head(CellRole::group_head, group, at_row, 1, run(same_group));
        }
        layout.head(CellRole::row_head, law::label(row), at_row, 2);
    }
}

StatutoryTable applications_table(const AnnualReport& report, ReportFormat format) {
    StatutoryTable table{.section = Section::applications,
                         .caption = caption(report, Section::applications, format),
                         .rows = 3,
                         .columns = 10,
                         .head_rows = 3,
                         .label_columns = 3,
                         .cells = {}};
    Layout layout(table);
    lay_applicant_heads(layout);
    std::vector<ApplicationRow> rows;
    std::ranges::transform(report.applications, std::back_inserter(rows),
                           [](const auto& entry) { return entry.first; });
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const auto row = rows[index];
        lay_labels(layout, rows, index, table.rows);
        const auto& figures = report.applications.at(row);
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const auto column = static_cast<law::ApplicantColumn>(i);
            const bool is_sum =
                column == law::ApplicantColumn::total || row == ApplicationRow::outcomes_total;
            layout.figure(is_sum ? CellRole::sum_figure : CellRole::figure, figures[i],
                          cell_name(row, column), table.rows, 3 + static_cast<int>(i));
        }
        ++table.rows;
    }
    return table;
}

StatutoryTable remedies_table(const AnnualReport& report, ReportFormat format) {
    StatutoryTable table{.section = Section::remedies,
                         .caption = caption(report, Section::remedies, format),
                         .rows = 4,
                         .columns = 15,
                         .head_rows = 3,
                         .cells = {}};
    Layout layout(table);
    using law::RemedyGroup;
    layout.head(CellRole::column_head, law::label(RemedyGroup::reconsideration), 0, 0, 2, 5);
    layout.head(CellRole::column_head, "行政诉讼", 0, 5, 1, 10);
    layout.head(CellRole::column_head, law::label(RemedyGroup::direct_litigation), 1, 5, 1, 5);
    layout.head(CellRole::column_head, law::label(RemedyGroup::litigation_after_reconsideration), 1,
                10, 1, 5);
    for (int column = 0; column < table.columns; ++column) {
        layout.head(CellRole::column_head, law::label(static_cast<law::RemedyResult>(column % 5)),
                    2, column);
    }
    for (int column = 0; column < table.columns; ++column) {
        static const RemedyFigures nothing;
        const auto group = static_cast<RemedyGroup>(column / 5);
        const auto result = static_cast<law::RemedyResult>(column % 5);
        const auto found = report.remedies.find(group);
        const auto& figures = found == report.remedies.end() ? nothing : found->second;
        const bool is_sum = result == law::RemedyResult::total;
        layout.figure(is_sum ? CellRole::sum_figure : CellRole::figure,
                      figures[static_cast<std::size_t>(result)], cell_name(group, result), 3,
                      column);
    }
    return table;
}

}  // namespace

std::string shown(const Figure& figure) {
    switch (figure.mark) {
        case Mark::figure:
            return Decimal::parse(figure.printed) ? figure.printed : figure.value->text();
        case Mark::slash:
            return "/";
        case Mark::dash:
            return "-";
        case Mark::none_word:
            return "无";
        case Mark::blank:
        case Mark::absent:
            return {};
    }
    GK_ASSERT(!"a mark");
    return {};
}

std::vector<StatutoryTable> statutory_tables(const AnnualReport& report) {
    std::vector<StatutoryTable> tables;
    const auto format = report.format.value_or(ReportFormat::form_2021);
    if (!report.proactive_disclosure.empty()) {
        tables.push_back(proactive_table(report, report.proactive_format.value_or(format)));
    }
    if (!report.applications.empty()) {
        tables.push_back(applications_table(report, report.applications_format.value_or(format)));
    }
    if (!report.remedies.empty()) {
        tables.push_back(remedies_table(report, format));
    }
    return tables;
}

}  // namespace gk::report
