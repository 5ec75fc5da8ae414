// A filled report in either form, all of whose relations hold.
#pragma once

#include "law/cross_check.hpp"
#include "report/annual_report.hpp"
#include "report/check.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

inline report::Figure figure(std::int64_t value) {
    return {.value = Decimal(value),
            .mark = report::Mark::figure,
            .printed = std::to_string(value),
            .place = {}};
}

inline report::Figure marked(report::Mark mark) {
    return {.value = {}, .mark = mark, .printed = {}, .place = {}};
}

inline report::AnnualReport sample_report(law::ReportFormat format) {
    report::AnnualReport report;
    report.report_year = 2023;
    report.title = "礼和镇2023年政府信息公开工作年度报告";
    report.format = format;
    for (std::size_t i = 0; i < law::section_count; ++i) {
        report.sections[i].title = law::title(static_cast<law::Section>(i), format);
    }
    report.sections[0].paragraphs = {"2023年，礼和镇推进政务公开。"};
    report.sections[4].paragraphs = {"存在的问题", "公开不够及时。"};
    for (const auto& cell : law::proactive_cells(format)) {
        report.proactive_disclosure[std::string(cell.key)] = figure(0);
    }
    for (const auto row : law::application_rows(format)) {
        report.applications[row].fill(figure(0));
    }
    for (const auto group : {law::RemedyGroup::reconsideration, law::RemedyGroup::direct_litigation,
                             law::RemedyGroup::litigation_after_reconsideration}) {
        report.remedies[group].fill(figure(0));
    }
    return report;
}

// Every relation of the form in that state.
inline report::CheckResult sample_check(law::ReportFormat format, report::RelationState state) {
    auto equations = law::application_equations(format);
    std::ranges::move(law::remedy_equations(), std::back_inserter(equations));
    report::CheckResult result;
    for (const auto& equation : equations) {
        report::Relation relation;
        relation.code = equation.code;
        relation.state = state;
        result.relations.push_back(relation);
    }
    return result;
}

inline ReportLine sample_line(int year = 2023) {
    return {.agency = "lihe",
            .agency_name = "礼和镇人民政府",
            .year = year,
            .title = "礼和镇" + std::to_string(year) + "年政府信息公开工作年度报告",
            .form = "国办公开办函〔2021〕30号",
            .published_on = Date(year + 1, 1, 20)};
}

}  // namespace gk::web::portal
