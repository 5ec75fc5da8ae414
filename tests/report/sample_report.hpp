// An annual report with a figure of its own in every cell, for tests of what is written and read.
#pragma once

#include "report/annual_report.hpp"

namespace gk::report {

inline Figure figure_of(Decimal value) {
    return {.value = value, .mark = Mark::figure, .printed = value.text(), .place = {}};
}

inline Figure mark_of_cell(Mark mark) {
    return {.value = std::nullopt, .mark = mark, .printed = {}, .place = {}};
}

// Cell n of the form holds n: a figure in the wrong place is seen. The sums do not agree.
inline AnnualReport sample_report(law::ReportFormat format) {
    AnnualReport report;
    report.agency = "沙湾市西戈壁镇人民政府";
    report.report_year = format == law::ReportFormat::form_2021 ? 2023 : 2020;
    report.title =
        "沙湾市西戈壁镇" + std::to_string(*report.report_year) + "年政府信息公开工作年度报告";
    report.preamble = {"现将本镇政府信息公开工作情况报告如下。"};
    report.format = report.proactive_format = report.applications_format = format;
    report.sections[0] = {"总体情况", {"（一）主动公开", "全年公开信息 12 条 <含更正 & 补充>。"}};
    report.sections[4] = {std::string(law::title(law::Section::problems_and_improvements, format)),
                          {"公开内容还不够全面。"}};
    report.sections[5] = {"其他需要报告的事项", {"本年度没有收取信息处理费。"}};
    std::int64_t next = 1;
    for (const auto& cell : law::proactive_cells(format)) {
        report.proactive_disclosure[std::string(cell.key)] = figure_of(Decimal(next++));
    }
    for (const auto row : law::application_rows(format)) {
        for (auto& figure : report.applications[row]) {
            figure = figure_of(Decimal(next++));
        }
    }
    for (std::size_t group = 0; group < law::remedy_group_count; ++group) {
        for (auto& figure : report.remedies[static_cast<law::RemedyGroup>(group)]) {
            figure = figure_of(Decimal(next++));
        }
    }
    if (format == law::ReportFormat::form_2021) {
        report.proactive_disclosure["fees_10k_yuan"] = figure_of(*Decimal::parse("59237.2449"));
    }
    return report;
}

}  // namespace gk::report
