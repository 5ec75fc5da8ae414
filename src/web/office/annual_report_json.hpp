// Annual reports as the API tells of them.
#pragma once

#include "people/agency.hpp"
#include "report/compare.hpp"
#include "report/stored_report.hpp"
#include "web/api/schema.hpp"

namespace boost::json {
class object;
}

namespace gk::web::office {

[[nodiscard]] api::Schema report_line_schema();
[[nodiscard]] boost::json::object report_line_json(const report::ReportSummary& summary);

// Everything about one report: its text, the layout of its tables, every cell with where it came
// from, what the check found, what was done and what may be done.
[[nodiscard]] api::Schema report_schema();
[[nodiscard]] boost::json::object report_json(const report::StoredReport& stored,
                                              const people::Agency& agency,
                                              const people::Actor& actor, Date today);

[[nodiscard]] api::Schema comparison_schema();
[[nodiscard]] boost::json::object comparison_json(const report::Comparison& comparison,
                                                  int previous_year);

}  // namespace gk::web::office
