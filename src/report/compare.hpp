// Two reports side by side: two years of one agency, or two agencies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/annual_report.hpp"
#include "report/check.hpp"
#include "report/similarity.hpp"

namespace gk::report {

struct CellComparison {
    std::string cell_name;
    std::string label;
    const Figure* first;  // nullptr where the report does not have the row.
    const Figure* second;
    std::optional<Decimal> change;  // second - first, where both are figures.

    // Whether what is printed differs.
    [[nodiscard]] bool differs() const;
};

struct Comparison {
    // Cells that at least one of the two has, in the order of the form of the second.
    std::vector<CellComparison> cells;
    // R5 and R6, where the second is of the year after the first.
    std::vector<Relation> relations;
    Similarity similarity;  // Of the second to the first.
};

// Both reports must outlive the comparison.
[[nodiscard]] Comparison compare(const AnnualReport& first, const AnnualReport& second);

}  // namespace gk::report
