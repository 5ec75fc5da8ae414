#include "web/portal/published_reports.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "law/instrument.hpp"
#include "report/service.hpp"

namespace gk::web::portal {

namespace {

std::string title_of(const report::ReportSummary& summary) {
    if (!summary.title.empty()) {
        return summary.title;
    }
    return summary.agency_name + std::to_string(summary.report_year) + "年政府信息公开工作年度报告";
}

ReportLine line_of(const report::ReportSummary& summary) {
    GK_ASSERT(summary.published_at);
    return {.agency = summary.agency_code,
            .agency_name = summary.agency_name,
            .year = summary.report_year,
            .title = title_of(summary),
            .form = form_label(summary.format),
            .published_on = summary.published_at->date()};
}

}  // namespace

std::vector<ReportLine> published_reports(store::Database& database,
                                          std::optional<std::string> agency) {
    std::vector<ReportLine> lines;
    std::ranges::transform(report::list_reports(database, std::move(agency), people::everyone()),
                           std::back_inserter(lines), line_of);
    return lines;
}

std::string form_label(std::optional<law::ReportFormat> format) {
    if (!format) {
        return {};
    }
    const auto* instrument = law::find_instrument(law::basis(*format).instrument);
    GK_ASSERT(instrument != nullptr);
    return std::string(instrument->document_number);
}

}  // namespace gk::web::portal
