// What report check says at the terminal.
#pragma once

#include <iosfwd>
#include <vector>

#include "report/check_files.hpp"

namespace gk::cli {

enum class Detail {
    findings,    // What does not agree, and what else is remarkable.
    every_cell,  // Every cell and every relation besides.
};

void print_check(const report::CheckedFile& checked, Detail detail, std::ostream& out);

// A line for each file, and the sums.
void print_check_summary(const std::vector<report::CheckedFile>& checked, std::ostream& out);

}  // namespace gk::cli
