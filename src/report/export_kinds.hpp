// One function for each form that is made by hand; export.cpp chooses.
#pragma once

#include <string>

#include "report/annual_report.hpp"
#include "report/export.hpp"

namespace gk::report {

// A workbook: a sheet of text and one for each table, merged as on the form; figures are numbers.
[[nodiscard]] std::string export_xlsx(const AnnualReport& report, const ExportContext& context);

// docs/schema/annual-report.xsd describes it.
[[nodiscard]] std::string export_xml(const AnnualReport& report, const ExportContext& context);

// UTF-8; a row of a table is a line, its cells are separated by tabs.
[[nodiscard]] std::string export_txt(const AnnualReport& report);

// One page that needs nothing beside it.
[[nodiscard]] std::string export_html(const AnnualReport& report);

}  // namespace gk::report
