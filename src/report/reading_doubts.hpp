// What of the tables was read with a doubt, or not at all: remarks for whoever has the original.
#pragma once

#include <vector>

#include "report/annual_report.hpp"
#include "report/remark.hpp"
#include "report/table_scan.hpp"
#include "report/text_rows.hpp"

namespace gk::report {

// On figures whose digits stood apart, and on rows with more figures than the form has columns
// that `report`, which was read from them, does not have.
void remark_on_doubts(const TextRows& rows, const TableScan& scan, const AnnualReport& report,
                      std::vector<Remark>& remarks);

}  // namespace gk::report
