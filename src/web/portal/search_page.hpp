// The search box: over the names of the reports and of the pages of the portal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/portal/frame.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

// What can be found: a page of the portal or a report.
struct Searchable {
    std::string name;
    std::string path;
    std::string_view kind;
    std::string date;   // Empty for a page.
    std::string words;  // What is searched: half-width, lower case.
};

// Pages first, then the reports in the order given.
[[nodiscard]] std::vector<Searchable> searchable(const SiteIdentity& site,
                                                 const std::vector<ReportLine>& reports);

// Every word of viewing.query must occur, whatever its width or case; pages come before reports,
// reports in the order given.
[[nodiscard]] std::string search_page(const Viewing& viewing,
                                      const std::vector<ReportLine>& reports);

}  // namespace gk::web::portal
