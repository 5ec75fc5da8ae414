#include "report/check_table.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/assert.hpp"

namespace gk::report {

namespace {

using Line = std::vector<std::string>;

const Line report_heads = {"文件", "机关", "年度",     "格式", "结论",
                           "相符", "不符", "不能核对", "说明"};
const Line finding_heads = {"文件", "机关", "年度", "类别", "代码", "内容", "位置", "办法"};

constexpr std::size_t finding_kind = 3;     // The column 类别.
constexpr std::ptrdiff_t finding_only = 4;  // 代码 and what stands behind it.

std::string year_of(const CheckedFile& checked) {
    const auto& year = checked.reading.report.report_year;
    return year ? std::to_string(*year) : std::string();
}

std::string_view note_of(const CheckedFile& checked) {
    if (checked.error) {
        return checked.error->first().message;
    }
    switch (checked.reading.status) {
        case ReadStatus::read:
            return {};
        case ReadStatus::partly_read:
            return checked.reading.report.is_truncated ? "文本不完整" : "有的表或行不在文中";
        case ReadStatus::not_a_report:
            return "不是政府信息公开年度报告";
    }
    return {};
}

Line report_line(const CheckedFile& checked) {
    const auto& report = checked.reading.report;
    return {checked.file,
            report.agency.value_or(""),
            year_of(checked),
            report.format ? std::string(law::key(*report.format)) : "",
            std::string(label(verdict(checked))),
            std::to_string(count_relations(checked, RelationState::holds)),
            std::to_string(count_relations(checked, RelationState::fails)),
            std::to_string(count_relations(checked, RelationState::not_assessable)),
            std::string(note_of(checked))};
}

std::vector<Line> finding_lines(const CheckedFile& checked) {
    std::vector<Line> lines;
    const auto add = [&](std::string_view kind, const std::string& code, const std::string& text,
                         const std::string& place, const std::string& hint) {
        lines.push_back({checked.file, checked.reading.report.agency.value_or(""), year_of(checked),
                         std::string(kind), code, text, place, hint});
    };
    for (const auto* relations : {&checked.result.relations, &checked.result.more_relations}) {
        for (const auto& relation : *relations) {
            if (relation.state == RelationState::fails) {
                add(relation.severity == Severity::error ? "不符" : "提示", relation.code,
                    relation.text, relation.place, relation.hint);
            }
        }
    }
    for (const auto* remarks : {&checked.reading.remarks, &checked.result.remarks}) {
        for (const auto& remark : *remarks) {
            add("提示", remark.code, remark.text, remark.place, {});
        }
    }
    return lines;
}

// Spreadsheets take text that begins with one of these for a formula.
bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
}

std::string csv_line(const Line& cells) {
    std::string line;
    for (const auto& cell : cells) {
        line += line.empty() ? "\"" : ",\"";
        line += looks_like_formula(cell) ? "'" : "";
        for (const char c : cell) {
            line += c == '"' ? "\"\"" : std::string(1, c);
        }
        line += '"';
    }
    return line + "\r\n";
}

void write_sheet(lxw_workbook* workbook, const char* name, const Line& heads,
                 const std::vector<Line>& lines) {
    auto* sheet = workbook_add_worksheet(workbook, name);
    auto* bold = workbook_add_format(workbook);
    format_set_bold(bold);
    constexpr double width = 24;
    worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(heads.size() - 1), width, nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t column = 0; column < heads.size(); ++column) {
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(column), heads[column].c_str(),
                               bold);
    }
    for (std::size_t row = 0; row < lines.size(); ++row) {
        for (std::size_t column = 0; column < lines[row].size(); ++column) {
            worksheet_write_string(sheet, static_cast<lxw_row_t>(row + 1),
                                   static_cast<lxw_col_t>(column), lines[row][column].c_str(),
                                   nullptr);
        }
    }
}

}  // namespace

std::size_t count_relations(const CheckedFile& checked, RelationState state) {
    const auto is_state = [state](const Relation& relation) { return relation.state == state; };
    return static_cast<std::size_t>(std::ranges::count_if(checked.result.relations, is_state) +
                                    std::ranges::count_if(checked.result.more_relations, is_state));
}

std::string_view label(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds:
            return "没有不符";
        case Verdict::fails:
            return "有不符";
        case Verdict::unreadable:
            return "没有读出";
    }
    GK_ASSERT(!"a verdict");
    return {};
}

std::string check_table_csv(std::span<const CheckedFile> checked) {
    std::string csv = "\xEF\xBB\xBF";
    Line heads = report_heads;
    heads.insert(heads.begin(), "行");
    heads.insert(heads.end(), finding_heads.end() - finding_only, finding_heads.end());
    csv += csv_line(heads);
    for (const auto& file : checked) {
        auto line = report_line(file);
        line.insert(line.begin(), "报告");
        line.resize(heads.size());
        csv += csv_line(line);
        for (const auto& finding : finding_lines(file)) {
            Line cells(heads.size());
            cells[0] = finding[finding_kind];
            std::copy_n(finding.begin(), finding_kind, cells.begin() + 1);
            std::copy(finding.end() - finding_only, finding.end(), cells.end() - finding_only);
            csv += csv_line(cells);
        }
    }
    return csv;
}

void write_check_table_xlsx(std::span<const CheckedFile> checked,
                            const std::filesystem::path& path) {
    auto* workbook = workbook_new(path.c_str());
    if (workbook == nullptr) {
        throw Fault("no workbook can be made: " + path.string());
    }
    std::vector<Line> reports;
    std::vector<Line> findings;
    for (const auto& file : checked) {
        reports.push_back(report_line(file));
        std::ranges::move(finding_lines(file), std::back_inserter(findings));
    }
    write_sheet(workbook, "报告", report_heads, reports);
    write_sheet(workbook, "发现", finding_heads, findings);
    if (const auto failure = workbook_close(workbook); failure != LXW_NO_ERROR) {
        throw Fault(fmt::format("{}: {}", path.string(), lxw_strerror(failure)));
    }
}

}  // namespace gk::report
