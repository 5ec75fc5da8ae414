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
    // Cells that at least one of the two has: in the order of the form of the second, then those
    // that only the form of the first knows.
    std::vector<CellComparison> cells;
    // R5 and R6, where one is of the year after the other.
    std::vector<Relation> relations;
    Similarity similarity;                // Of the second to the first.
    std::vector<SharedPassage> in_first;  // What they have in common, as it stands in the first.

    [[nodiscard]] std::size_t change_count() const;
};

// Figures carry over from year to year within one agency only.
enum class Agencies { same, different };

// By the names that the documents give: different where both give one and neither is a part of
// the other (柳林镇 is a part of 青石县柳林镇人民政府).
[[nodiscard]] Agencies agencies_of(const AnnualReport& first, const AnnualReport& second);

// Both reports must outlive the comparison.
[[nodiscard]] Comparison compare(const AnnualReport& first, const AnnualReport& second,
                                 Agencies agencies);

}  // namespace gk::report
