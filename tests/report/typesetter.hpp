// A random report set on pages without a single ruled line: what stands below and beside each other
// makes the tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/pdf_page.hpp"
#include "report/annual_report.hpp"
#include "report/table_model.hpp"

namespace gk::report {

// Where a text of fewer lines stands beside one of more.
enum class Place { top, middle, bottom };

struct Typography {
    Place place = Place::middle;
    bool is_centred = false;         // In its column; else at its left.
    double letter_width = 10;        // Of a Chinese character; a digit is 5 wide.
    std::size_t label_letters = 14;  // In one line.
};

// The report page by page. Its figures must be narrow enough for their columns: shorten().
[[nodiscard]] std::vector<document::PdfPage> typeset(const AnnualReport& report,
                                                     const Typography& typography, Random& random);

// No figure wider than its column.
void shorten(AnnualReport& report);

}  // namespace gk::report
