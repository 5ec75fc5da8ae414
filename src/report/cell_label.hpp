// What a cell is called in words, for findings, comparisons and tables of cells.
#pragma once

#include <string>
#include <vector>

#include "report/annual_report.hpp"

namespace gk::report {

// Every cell that a report of this form can have, in the order of the form. Table 三 of the 2021
// form has the one-row （六） after its three rows' place as well: some reports print it.
struct LabelledCell {
    std::string name;   // applications.granted[1]
    std::string label;  // 表三“（一）予以公开”的商业企业
};

[[nodiscard]] std::vector<LabelledCell> labelled_cells(law::ReportFormat format);

// The label of one cell; its name where the form does not have it.
[[nodiscard]] std::string cell_label(std::string_view cell_name, law::ReportFormat format);

}  // namespace gk::report
