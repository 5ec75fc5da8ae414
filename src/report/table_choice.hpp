// Which of the scanned tables are the statutory ones: a report may repeat a table, break it over
// pages, and print tables that only look like it.
#pragma once

#include <span>
#include <vector>

#include "report/annual_report.hpp"
#include "report/headings.hpp"
#include "report/remark.hpp"
#include "report/table_scan.hpp"
#include "report/text_rows.hpp"

namespace gk::report {

// Fills the three tables of `report`, their forms and the unit of 采购总金额. `report.report_year`
// must be known by then, where it is at all: a table of another year is none of this report.
void fill_tables(const TextRows& rows, const TableScan& scan, std::span<const Heading> headings,
                 AnnualReport& report, std::vector<Remark>& remarks);

}  // namespace gk::report
