// Typing a report by hand: an empty one of its year's form, what was typed put into it, and what of
// it is no figure yet. Everything typed is kept as it was typed. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "report/stored_report.hpp"

namespace gk::report {

// All rows of the form of that year, their cells blank, the titles of its sections. A year before
// there were tables has its title alone.
[[nodiscard]] AnnualReport blank_report(std::string_view agency_name, int report_year);

struct TypedCell {
    std::string cell;     // Its name.
    std::string printed;  // As it was typed; empty: blank again.
};

struct TypedSection {
    law::Section section = law::Section::overview;
    std::vector<std::string> paragraphs;
};

// What changes; the rest stays.
struct ReportEdit {
    std::vector<TypedCell> cells = {};
    std::vector<TypedSection> sections = {};
    std::optional<std::string> title = {};
    std::optional<std::vector<std::string>> preamble = {};
};

// The figure that was typed. Text that is none is kept in `printed`, without a value.
[[nodiscard]] Figure typed_figure(std::string_view typed);

// Puts it into the report. Refuses cells that the form does not have, all at once, and then puts
// in nothing.
[[nodiscard]] Result<void> apply(AnnualReport& report, int report_year, const ReportEdit& edit);

// Cells whose text is no figure.
struct UnreadableCell {
    std::string cell;
    std::string label;
    std::string printed;
};

[[nodiscard]] std::vector<UnreadableCell> unreadable_cells(const StoredReport& stored);

// Refuses a report with such cells.
[[nodiscard]] Result<void> check_cells(const StoredReport& stored);

}  // namespace gk::report
