// What art. 50 of the regulation of 2019 wants in an annual report and is not there yet. Pure.
#pragma once

#include <string>
#include <vector>

#include "report/annual_report.hpp"

namespace gk::report {

// In the order of the form: “总体情况”没有写, “主动公开政府信息情况”有10格没有填. Nothing of a
// report from before there was a form.
[[nodiscard]] std::vector<std::string> missing_parts(const AnnualReport& report);

}  // namespace gk::report
