// Figures that a report lists line by line, "行政许可：12件", where it has no table for them.
#pragma once

#include "report/table_scan.hpp"
#include "report/text_rows.hpp"

namespace gk::report {

// Adds to `scan` the tables of which it has no row, as far as lines of a label, a colon and one
// figure give them. The label names the cell by itself (规章本年制发件数) or with the line of its
// row above (规章：); a row of table 三 without an applicant is its 总计. Several figures in one
// line are running text.
void add_listed_figures(const TextRows& rows, TableScan& scan);

}  // namespace gk::report
