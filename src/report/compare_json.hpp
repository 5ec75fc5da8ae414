// The published JSON of two reports side by side.
#pragma once

#include <string>
#include <string_view>

#include "report/compare.hpp"

namespace gk::report {

// A report and where it was taken from: a file, or "AGENCY:YEAR".
struct ComparedReport {
    std::string_view source;
    const AnnualReport& report;
};

// One line without an end of line: `first`, `second` (source, agency, report_year, format),
// `changed`, `cells` (cell, label, first, second, change; a figure is a number or null, and
// first_mark, second_mark say of a null how it was printed), `relations` as the checker prints
// them, `similarity` (share, passages with section, paragraph from 1 and text).
[[nodiscard]] std::string to_compare_json(const ComparedReport& first, const ComparedReport& second,
                                          const Comparison& comparison);

}  // namespace gk::report
