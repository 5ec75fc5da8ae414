// 对比两份年报: the changes of every cell, what carries over the years, the text in common.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "report/compare.hpp"
#include "web/portal/frame.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

// A report as the address of the page names it: "2023" of the site's own agency, "tianjia:2023".
[[nodiscard]] std::string choice_of(const ReportLine& line, const SiteIdentity& site);

// The address of the comparison of these two.
[[nodiscard]] std::string compare_path(const ReportLine& first, const ReportLine& second,
                                       const SiteIdentity& site);

struct ComparedReports {
    ReportLine first_line;
    ReportLine second_line;
    report::AnnualReport first;
    report::AnnualReport second;
};

struct CompareView {
    std::vector<ReportLine> choices;  // Newest year first.
    std::string first;                // What is chosen; may be anything.
    std::string second;
    std::vector<Problem> problems;            // Fields "a" and "b".
    std::optional<ComparedReports> compared;  // Nothing was chosen yet, or there are problems.
};

[[nodiscard]] std::string compare_page(const Viewing& viewing, const CompareView& view);

}  // namespace gk::web::portal
