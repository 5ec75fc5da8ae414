#include "law/cross_check.hpp"

#include <array>

#include "base/assert.hpp"
#include "law/enum_table.hpp"

namespace gk::law {

namespace {

using enum CrossCheck;

constexpr Citation form{"report-format-2021"};
constexpr Citation rule_makers{"legislation-law-2023", 93, 1};
// 收费情况……列入政府信息公开工作年度报告。
constexpr Citation fees_in_report{"fee-measures-2020", 10};

struct Row {
    CrossCheck value;
    std::string_view key;
    CheckLevel level;
    Citation basis;
    bool is_printed;
    std::string_view statement;
};

// READING: 0011, every rule but R1 is read out of the form, which prints R1 alone.
constexpr auto table = enum_table(std::to_array<Row>({
    {r1, "R1", CheckLevel::error, form, true,
     "表三每一列：本年新收与上年结转之和，等于办理结果总计与结转下年度之和。"},
    {r2, "R2", CheckLevel::error, {}, false, "表三每一行：总计等于自然人与五类组织之和。"},
    {r3, "R3", CheckLevel::error, {}, false, "表三每一列：（七）总计等于各项办理结果之和。"},
    {r4, "R4", CheckLevel::error, {}, false, "表四每一组：总计等于四种结果之和。"},
    {r5,
     "R5",
     CheckLevel::error,
     {},
     false,
     "表三每一列：本年的上年结转，等于上一年度报告的结转下年度继续办理。"},
    {r6,
     "R6",
     CheckLevel::warning,
     {},
     false,
     "表二规章和行政规范性文件：现行有效件数，等于上一年度的现行有效件数加本年制发、减本年废止。"
     "机构合并、文件清理或重新统计时可以不等。"},
    {r7,
     "R7",
     CheckLevel::error,
     {},
     false,
     "各表数字为不小于0的整数；金额可以有小数，2019年格式的“本年增/减”可以为负。"},
    {r8, "R8", CheckLevel::none, form, false,
     "行政事业性收费以万元为单位，可以有小数，按印出的位数精确保存。"},
    {r9, "R9", CheckLevel::error, rule_makers, false,
     "没有规章制定权的机关，表二规章一行应当为0。"},
    {r10,
     "R10",
     CheckLevel::warning,
     {},
     false,
     "文字中写明的数字与表格一致；两者口径可能不同，只作提示。"},
    {r11, "R11", CheckLevel::warning, fees_in_report, false,
     "有申请因逾期未缴费不再处理，或者收取过信息处理费的，第六部分应当写明收费情况。"},
    {r12,
     "R12",
     CheckLevel::within_scope,
     {},
     false,
     "报告写明汇总所属各机关的，其数字等于各机关报告之和。"},
    {r13,
     "R13",
     CheckLevel::none,
     {},
     false,
     "表四与表三之间、行政复议与复议后起诉之间没有勾稽关系（案件跨年度），不作比对。"},
}));

constexpr auto levels = enum_table(std::to_array<Label<CheckLevel>>({
    {CheckLevel::error, "错误"},
    {CheckLevel::warning, "提示"},
    {CheckLevel::within_scope, "报告写明汇总范围时为错误"},
    {CheckLevel::none, "不检查"},
}));

std::string code(std::string_view stem, std::string_view of) {
    return std::string(stem) + "[" + std::string(of) + "]";
}

Term term(ApplicationRow row, ApplicantColumn column) {
    return {.cell = ApplicationCell{row, column}};
}

Equation balance(ApplicantColumn column) {
    return {.check = r1,
            .code = code("applications.balance", key(column)),
            .left = {term(ApplicationRow::newly_received, column),
                     term(ApplicationRow::carried_in, column)},
            .right = {term(ApplicationRow::outcomes_total, column),
                      term(ApplicationRow::carried_out, column)}};
}

Equation outcome_sum(ReportFormat format, ApplicantColumn column) {
    Equation equation{.check = r3,
                      .code = code("applications.sum", key(column)),
                      .left = {},
                      .right = {term(ApplicationRow::outcomes_total, column)}};
    for (const auto row : outcome_rows(format)) {
        equation.left.push_back(term(row, column));
    }
    return equation;
}

Equation row_total(ApplicationRow row) {
    Equation equation{.check = r2,
                      .code = code("applications.total", key(row)),
                      .left = {},
                      .right = {term(row, ApplicantColumn::total)}};
    for (const auto column : applicant_columns().first(applicant_column_count - 1)) {
        equation.left.push_back(term(row, column));
    }
    return equation;
}

// "（三）不予公开" and "（二）部分公开（区分处理的…）" to 不予公开 and 部分公开.
std::string_view without_number(std::string_view label) {
    constexpr std::string_view open = "（";
    constexpr std::string_view close = "）";
    label.remove_prefix(label.find(close) + close.size());
    return label.substr(0, label.find(open));
}

}  // namespace

std::span<const CrossCheck> cross_checks() {
    return table.values();
}

std::string_view key(CrossCheck check) {
    return table[check].key;
}

CheckLevel level(CrossCheck check) {
    return table[check].level;
}

std::string_view statement(CrossCheck check) {
    return table[check].statement;
}

Citation basis(CrossCheck check) {
    return table[check].basis;
}

bool is_printed_in_form(CrossCheck check) {
    return table[check].is_printed;
}

std::string_view label(CheckLevel level) {
    return levels[level].label;
}

std::vector<Equation> application_equations(ReportFormat format) {
    std::vector<Equation> equations;
    for (const auto column : applicant_columns()) {
        equations.push_back(balance(column));
        equations.push_back(outcome_sum(format, column));
    }
    for (const auto row : application_rows(format)) {
        equations.push_back(row_total(row));
    }
    return equations;
}

std::vector<Equation> remedy_equations() {
    std::vector<Equation> equations;
    for (const auto group : remedy_groups()) {
        Equation equation{.check = r4,
                          .code = code("remedies.sum", key(group)),
                          .left = {},
                          .right = {{.cell = RemedyCell{group, RemedyResult::total}}}};
        for (const auto result : remedy_results().first(remedy_result_count - 1)) {
            equation.left.push_back({.cell = RemedyCell{group, result}});
        }
        equations.push_back(std::move(equation));
    }
    return equations;
}

std::vector<Equation> carry_over_equations() {
    std::vector<Equation> equations;
    for (const auto column : applicant_columns()) {
        equations.push_back(
            {.check = r5,
             .code = code(key(r5), key(column)),
             .left = {term(ApplicationRow::carried_in, column)},
             .right = {{.cell = ApplicationCell{ApplicationRow::carried_out, column},
                        .is_of_previous_year = true}}});
    }
    return equations;
}

std::vector<Equation> stock_equations() {
    using enum ProactiveItem;
    std::vector<Equation> equations;
    for (const auto item : {government_rules, normative_documents}) {
        Equation equation{.check = r6, .code = code(key(r6), key(item)), .left = {}, .right = {}};
        // The cells of the line are issued, repealed and in force, in this order.
        std::vector<ProactiveCell> line;
        for (const auto& cell : proactive_cells(ReportFormat::form_2021)) {
            if (cell.item == item) {
                line.push_back(cell);
            }
        }
        equation.left = {{.cell = line.at(2)}};
        equation.right = {{.cell = line.at(2), .is_of_previous_year = true},
                          {.cell = line.at(0)},
                          {.cell = line.at(1), .is_subtracted = true}};
        equations.push_back(std::move(equation));
    }
    return equations;
}

std::vector<Equation> rule_making_equations(ReportFormat format, AgencyLevel level) {
    std::vector<Equation> equations;
    if (may_make_government_rules(level)) {
        return equations;
    }
    for (const auto& cell : proactive_cells(format)) {
        if (cell.item == ProactiveItem::government_rules) {
            equations.push_back({.check = r9,
                                 .code = code(key(r9), cell.key),
                                 .left = {{.cell = cell}},
                                 .right = {}});
        }
    }
    return equations;
}

FigureKind figure_kind(const ReportCell& cell) {
    const auto* proactive = std::get_if<ProactiveCell>(&cell);
    return proactive == nullptr ? FigureKind::count : proactive->kind;
}

bool is_possible(FigureKind kind, Decimal value) {
    switch (kind) {
        case FigureKind::count:
            return value.is_whole() && value >= Decimal(0);
        case FigureKind::signed_count:
            return value.is_whole();
        case FigureKind::amount:
            return value >= Decimal(0);
    }
    throw_bug("a kind of figure", std::source_location::current());
}

std::vector<OutcomeGroup> outcome_groups(ReportFormat format) {
    std::vector<OutcomeGroup> groups;
    const auto rows = outcome_rows(format);
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin + 1;
        const auto group = group_label(rows[begin]);
        while (!group.empty() && end < rows.size() && group_label(rows[end]) == group) {
            ++end;
        }
        groups.push_back({.name = without_number(group.empty() ? label(rows[begin]) : group),
                          .rows = rows.subspan(begin, end - begin)});
        begin = end;
    }
    return groups;
}

MentionRule fee_mention() {
    static constexpr auto words = std::to_array<std::string_view>({"信息处理费", "收费", "收取"});
    return {.cell = {ApplicationRow::otherwise_closed_fee_unpaid, ApplicantColumn::total},
            .section = Section::other_matters,
            .words = words};
}

}  // namespace gk::law
