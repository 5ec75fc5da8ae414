// The three tables as JSON under the published keys, shared by what is downloaded and by what
// the checker prints. Included by .cpp files only: it shows Boost.JSON.
#pragma once

#include <boost/json/object.hpp>

#include "report/annual_report.hpp"

namespace gk::report {

// A number, or null where the cell has none; a whole number is written without a point.
[[nodiscard]] boost::json::value figure_json(const Decimal& value);

// `agency`, `report_year`, `format`, `truncated`, `proactive_disclosure`, `applications`,
// `remedies`, in this order. A row that is not in the text is null; so is a figure that is not.
void add_figures(boost::json::object& json, const AnnualReport& report);

// `marks`: of every null, how the cell was printed. Rows that are not in the text are `absent`.
[[nodiscard]] boost::json::object marks_json(const AnnualReport& report);

}  // namespace gk::report
