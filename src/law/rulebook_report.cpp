// The chapters of the rulebook on the annual report: when it is due, its two forms, its checks.
#include <fmt/format.h>

#include "base/text.hpp"
#include "law/annual_report_due.hpp"
#include "law/cross_check.hpp"
#include "law/report_format.hpp"
#include "law/rulebook_parts.hpp"

namespace gk::law::rulebook_parts {

namespace {

std::string due_days() {
    const int report_year = newest_rules_on().year();
    Table table({"机关", fmt::format("{}年度报告公布期限", report_year), "依据", "制定规章"});
    for (const auto level : agency_levels()) {
        const auto due = *annual_report_due(level, report_year, std::nullopt);
        table.row({std::string(label(level)), due.value ? due.value->iso() : "由当地规定",
                   citation(due.basis), may_make_government_rules(level) ? "可以" : "不可以"});
    }
    return table.text();
}

std::string section_list(ReportFormat format) {
    std::vector<std::string> titles;
    for (const auto section : sections()) {
        titles.emplace_back(title(section, format));
    }
    return text::join(titles, "；");
}

std::string proactive_form(ReportFormat format) {
    Table table({"栏目", "项目", "列"});
    for (const auto& block : proactive_blocks(format)) {
        std::vector<std::string> items;
        std::vector<std::string> columns;
        for (const auto item : block.items) {
            items.emplace_back(label(item, format));
        }
        for (const auto column : block.columns) {
            columns.emplace_back(label(column, format));
        }
        table.row({std::string(block.label), listed(items), listed(columns)});
    }
    return fmt::format("表二，{}格：\n\n{}", proactive_cells(format).size(), table.text());
}

std::string applications_form(ReportFormat format) {
    Table table({"代号", "行"});
    for (const auto row : application_rows(format)) {
        table.row(
            {fmt::format("`{}`", key(row)), fmt::format("{}{}", group_label(row), label(row))});
    }
    return fmt::format("表三，{}行{}列：\n\n{}", application_rows(format).size(),
                       applicant_columns().size(), table.text());
}

template <typename Values>
std::string labels(const Values& values) {
    std::vector<std::string> all;
    for (const auto value : values) {
        all.emplace_back(label(value));
    }
    return listed(all);
}

}  // namespace

std::string report_forms_chapter() {
    auto text =
        fmt::format("## 年度报告\n\n{}\n表三各列：{}。表四各组：{}；各列：{}。\n", due_days(),
                    labels(applicant_columns()), labels(remedy_groups()), labels(remedy_results()));
    for (const auto format : report_formats()) {
        text += fmt::format("\n### {}年格式\n\n依据：{}。各部分：{}。\n\n{}\n{}", key(format),
                            citation(basis(format)), section_list(format), proactive_form(format),
                            applications_form(format));
    }
    return text;
}

std::string cross_checks_chapter() {
    Table table({"编号", "规则", "不符时", "表内印有", "依据"});
    for (const auto check : cross_checks()) {
        table.row({std::string(key(check)), std::string(statement(check)),
                   std::string(label(level(check))), is_printed_in_form(check) ? "是" : "否",
                   citation(basis(check))});
    }
    return "## 勾稽关系\n\n" + table.text();
}

}  // namespace gk::law::rulebook_parts
