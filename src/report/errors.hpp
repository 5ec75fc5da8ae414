// The problems of reading, checking and keeping annual reports.
#pragma once

#include "base/problem.hpp"

namespace gk::report {

inline constexpr ProblemCode previous_is_no_report{
    "report.previous_is_no_report", ErrorKind::invalid, "“{}”不是政府信息公开年度报告。",
    "--previous 后面写上一年度报告的文件。"};

}  // namespace gk::report
