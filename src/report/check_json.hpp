// The published JSON of a checked report: the keys and codes that other programs compare.
#pragma once

#include <string>
#include <string_view>

#include "report/check.hpp"
#include "report/read.hpp"

namespace gk::report {

// One line without an end of line: file, status, agency, report_year, format, truncated, the three
// tables, relations, more_relations, marks, remarks.
[[nodiscard]] std::string to_check_json(std::string_view file, const Reading& reading,
                                        const CheckResult& result);

// The same for a file that could not be read: file, status "unreadable", problems.
[[nodiscard]] std::string to_unreadable_json(std::string_view file, const Error& error);

}  // namespace gk::report
