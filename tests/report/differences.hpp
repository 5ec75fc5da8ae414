// A report as it was printed, beside what was read.
#pragma once

#include <string>
#include <vector>

#include "report/annual_report.hpp"

namespace gk::report {

// What was read otherwise than it was printed, cell by cell.
[[nodiscard]] std::vector<std::string> differences(const AnnualReport& printed,
                                                   const AnnualReport& read);

}  // namespace gk::report
