// 政府信息公开年报: all published reports of one agency.
#pragma once

#include <string>
#include <vector>

#include "web/portal/frame.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

// `reports` are of that agency, newest year first.
[[nodiscard]] std::string report_list_page(const Viewing& viewing, std::string_view agency_name,
                                           const std::vector<ReportLine>& reports);

}  // namespace gk::web::portal
