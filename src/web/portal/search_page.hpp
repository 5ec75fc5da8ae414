// The search box: over the names of the reports and of the pages of the portal.
#pragma once

#include <string>
#include <vector>

#include "web/portal/frame.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

// Every word of viewing.query must occur, whatever its width or case; pages come before reports,
// reports in the order given.
[[nodiscard]] std::string search_page(const Viewing& viewing,
                                      const std::vector<ReportLine>& reports);

}  // namespace gk::web::portal
