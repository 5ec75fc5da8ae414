// The text that two reports have in common, side by side, the passages marked.
#pragma once

#include "report/compare.hpp"
#include "web/page/template.hpp"

namespace gk::web::portal {

// {{#SECTION}} for each section in which a passage of either stands, or {{#NOTHING_COMMON}}.
void fill_common_text(page::Values& values, const report::AnnualReport& first,
                      const report::AnnualReport& second, const report::Comparison& comparison);

}  // namespace gk::web::portal
