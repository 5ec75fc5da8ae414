#include "cli/commands/report_check_words.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "report/check_table.hpp"

namespace gk::cli {

namespace {

using report::AnnualReport;
using report::CheckedFile;
using report::Figure;
using report::Mark;
using report::Relation;
using report::RelationState;
using report::Verdict;

// Columns that text takes at a terminal: two for Han characters and their punctuation.
std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        width += text::take(text) < 0x1100 ? 1 : 2;
    }
    return width;
}

std::string padded(std::string_view text, std::size_t width) {
    const auto own = width_of(text);
    return std::string(text) + std::string(own < width ? width - own : 0, ' ');
}

std::string shown(const Figure* figure) {
    const auto mark = figure == nullptr ? Mark::absent : figure->mark;
    switch (mark) {
        case Mark::figure:
            return figure->value->text();
        case Mark::blank:
            return "（空白）";
        case Mark::slash:
            return "/";
        case Mark::dash:
            return "-";
        case Mark::none_word:
            return "无";
        case Mark::absent:
            return "（不在文中）";
    }
    return {};
}

template <typename Figures>
void print_row(std::string_view label, const Figures& figures, std::ostream& out) {
    out << "    " << label << "：";
    for (const auto& figure : figures) {
        out << (&figure == &figures.front() ? "" : "  ") << shown(&figure);
    }
    out << '\n';
}

void print_proactive(const AnnualReport& annual_report, law::ReportFormat format,
                     std::ostream& out) {
    out << "  表二\n";
    for (const auto& cell : law::proactive_cells(format)) {
        out << fmt::format("    {}，{}：{}\n", law::label(cell.item, format),
                           law::label(cell.column, format),
                           shown(find(annual_report, report::cell_name(cell))));
    }
}

void print_cells(const AnnualReport& report, std::ostream& out) {
    const auto format = report.format.value_or(law::ReportFormat::form_2021);
    print_proactive(report, report.proactive_format.value_or(format), out);
    out << "  表三（";
    for (const auto column : law::applicant_columns()) {
        out << (column == law::applicant_columns().front() ? "" : "、") << law::label(column);
    }
    out << "）\n";
    for (std::size_t i = 0; i < law::application_row_count; ++i) {
        const auto row = static_cast<law::ApplicationRow>(i);
        const auto rows = law::application_rows(report.applications_format.value_or(format));
        const auto found = report.applications.find(row);
        const bool is_there = found != report.applications.end();
        if (is_there || std::ranges::find(rows, row) != rows.end()) {
            print_row(fmt::format("{}{}", law::group_label(row), law::label(row)),
                      is_there ? found->second : report::ApplicationFigures{}, out);
        }
    }
    out << "  表四（";
    for (const auto result : law::remedy_results()) {
        out << (result == law::remedy_results().front() ? "" : "、") << law::label(result);
    }
    out << "）\n";
    for (const auto group : law::remedy_groups()) {
        const auto found = report.remedies.find(group);
        print_row(law::label(group),
                  found == report.remedies.end() ? report::RemedyFigures{} : found->second, out);
    }
}

void print_heading(const CheckedFile& checked, std::ostream& out) {
    const auto& report = checked.reading.report;
    out << fmt::format(
        "{}\n  {} {} 年度报告，{}\n", checked.file, report.agency.value_or("（文中没有写明机关）"),
        report.report_year ? fmt::format("{}", *report.report_year) : std::string("（年度不明）"),
        report.format ? fmt::format("{}年格式", law::key(*report.format))
                      : std::string("没有法定表格"));
    if (report.is_truncated) {
        out << "  文本不完整：只核对文中有的部分。\n";
    }
}

void print_failure(const Relation& relation, std::ostream& out) {
    out << fmt::format(
        "  {}：{}\n      {}{}\n", relation.severity == report::Severity::error ? "不符" : "提示",
        relation.text, relation.code, relation.place.empty() ? "" : "，" + relation.place);
    if (!relation.hint.empty()) {
        out << fmt::format("      {}\n", relation.hint);
    }
}

}  // namespace

void print_check(const CheckedFile& checked, Detail detail, std::ostream& out) {
    if (checked.error) {
        out << fmt::format("{}\n  没有读出：{}\n", checked.file, checked.error->first().message);
        if (!checked.error->first().hint.empty()) {
            out << fmt::format("  办法：{}\n", checked.error->first().hint);
        }
        return;
    }
    if (verdict(checked) == Verdict::unreadable) {
        out << fmt::format(
            "{}\n  不是政府信息公开年度报告：没有找到法定表格，也没有找到报告的标题和"
            "各部分。\n",
            checked.file);
        return;
    }
    print_heading(checked, out);
    if (detail == Detail::every_cell) {
        print_cells(checked.reading.report, out);
    }
    out << fmt::format("  勾稽关系：{}条相符，{}条不符，{}条不能核对（空白或不在文中）。\n",
                       report::count_relations(checked, RelationState::holds),
                       report::count_relations(checked, RelationState::fails),
                       report::count_relations(checked, RelationState::not_assessable));
    for (const auto* list : {&checked.result.relations, &checked.result.more_relations}) {
        for (const auto& relation : *list) {
            if (relation.state == RelationState::fails) {
                print_failure(relation, out);
            } else if (detail == Detail::every_cell) {
                out << fmt::format("  {}{}\n", relation.text,
                                   relation.state == RelationState::holds ? "" : "不能核对。");
            }
        }
    }
    for (const auto* list : {&checked.reading.remarks, &checked.result.remarks}) {
        for (const auto& remark : *list) {
            out << fmt::format("  提示：{}{}\n", remark.text,
                               remark.place.empty() ? "" : "（" + remark.place + "）");
        }
    }
}

void print_check_summary(const std::vector<CheckedFile>& checked, std::ostream& out) {
    std::array<std::size_t, 3> verdicts{};
    std::size_t width = 0;
    for (const auto& file : checked) {
        width = std::max(width, width_of(file.file));
    }
    out << "\n汇总\n";
    for (const auto& file : checked) {
        const auto result = verdict(file);
        ++verdicts[static_cast<std::size_t>(result)];
        const auto failed = report::count_relations(file, RelationState::fails);
        out << fmt::format("  {}  {}{}\n", padded(file.file, width), label(result),
                           failed > 0 ? fmt::format("，{}条", failed) : "");
    }
    out << fmt::format("共{}份：没有不符{}份，有不符{}份，没有读出{}份。\n", checked.size(),
                       verdicts[0], verdicts[1], verdicts[2]);
}

}  // namespace gk::cli
