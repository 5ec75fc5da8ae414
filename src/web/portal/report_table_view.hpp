// The statutory tables of a report as HTML tables: heads with scope, merged as on the form.
#pragma once

#include <map>
#include <string>

#include "report/statutory_table.hpp"
#include "web/page/template.hpp"

namespace gk::web::portal {

// A cell that some relation does not fit: its sign in the table (甲, 乙 …) and the number of the
// first explanation that names it.
struct BrokenCell {
    std::string tag;
    int explanation = 0;
};

using BrokenCells = std::map<std::string, BrokenCell, std::less<>>;

// 未填 for a blank cell, 未提供 for one that is not in the text; else as it is printed.
[[nodiscard]] std::string figure_text(const report::Figure& figure);

// Fills report_table.html.
void fill_table(page::Values& values, const report::StatutoryTable& table,
                const BrokenCells& broken);

}  // namespace gk::web::portal
