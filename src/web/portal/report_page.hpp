// The page of one published annual report: facts, text, the three statutory tables, what the check
// found, downloads, the other years.
#pragma once

#include <string>
#include <vector>

#include "report/annual_report.hpp"
#include "report/check.hpp"
#include "web/portal/frame.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

struct Download {
    std::string_view name;  // "docx"
    std::string path;
};

struct ReportView {
    ReportLine line;
    const report::AnnualReport& report;
    const report::CheckResult& check;
    std::vector<Download> downloads;
    std::vector<ReportLine> years;  // Of the same agency, newest first, this one among them.
};

[[nodiscard]] std::string report_page(const Viewing& viewing, const ReportView& view);

}  // namespace gk::web::portal
