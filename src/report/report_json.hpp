// An annual report as JSON: what is downloaded. docs/schema/annual-report.schema.json describes it.
#pragma once

#include <string>

#include "report/annual_report.hpp"
#include "report/export.hpp"

namespace gk::report {

[[nodiscard]] std::string export_json(const AnnualReport& report, const ExportContext& context);

}  // namespace gk::report
