// The scanned rows of one statutory table as cells: which figure stands in which cell of the form.
#pragma once

#include <optional>
#include <string>

#include "report/annual_report.hpp"
#include "report/table_scan.hpp"
#include "report/text_rows.hpp"

namespace gk::report {

// What is needed to read the values of a scanned table.
struct ScanContext {
    const TextRows& rows;
    const TableScan& scan;
    std::uint32_t last_value_row;  // The last row of the document that has a value of a table.
    bool may_be_cut;               // Nothing of the report stands behind that row.
    std::optional<int> blank_lines_between;  // See column_choice.hpp.
};

[[nodiscard]] ApplicationTable application_cells(const ScannedTable& table,
                                                 const ScanContext& context);

[[nodiscard]] RemedyTable remedy_cells(const ScannedTable& table, const ScanContext& context);

struct ProactiveCells {
    ProactiveTable cells;
    std::optional<law::ReportFormat> format;  // Nothing where no head and no item tells.
    std::string procurement_unit;
};

[[nodiscard]] ProactiveCells proactive_cells(const ScannedTable& table, const ScanContext& context);

// A figure of the report; absent where the value is nullptr.
[[nodiscard]] Figure figure_of(const ValueCell* value, const TextRows& rows);

}  // namespace gk::report
