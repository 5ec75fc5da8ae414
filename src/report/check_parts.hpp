// The parts of check(), each for its rules; check.cpp puts them together.
#pragma once

#include <string>
#include <vector>

#include "law/cross_check.hpp"
#include "report/check.hpp"

namespace gk::report {

// The figure of a cell of the form; nullptr where its row is not in the text.
[[nodiscard]] const Figure* figure_of(const AnnualReport& report, const law::ReportCell& cell);
[[nodiscard]] std::string name_of(const law::ReportCell& cell);

// One equation with the figures of this year's report and, where it needs it, of last year's.
[[nodiscard]] Relation evaluate(const law::Equation& equation, const AnnualReport& report,
                                const AnnualReport* previous);

// Tries on every failing relation of R1 to R4 the slips that reading makes: digits of one figure
// in two cells, a figure in the column beside its own. Sets the hint where one explains it.
void explain_reading_slips(const AnnualReport& report, std::vector<law::Equation> equations,
                           std::vector<Relation>& relations);

// R5 to R9 and R11.
[[nodiscard]] std::vector<Relation> check_further(const AnnualReport& report,
                                                  const CheckContext& context);

// R10: sums that the prose names, against the tables; and what an editor would mark in the prose.
[[nodiscard]] std::vector<Remark> remarks_on_prose(const AnnualReport& report);

}  // namespace gk::report
