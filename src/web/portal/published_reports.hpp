// What is published, as lines of the portal's lists.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/stored_report.hpp"
#include "store/database.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

// The newest year first; of one agency or of all.
[[nodiscard]] std::vector<ReportLine> published_reports(store::Database& database,
                                                        std::optional<std::string> agency);

// 国办公开办函〔2021〕30号; empty where the report has no statutory tables.
[[nodiscard]] std::string form_label(std::optional<law::ReportFormat> format);

}  // namespace gk::web::portal
