// Document → annual report: the statutory tables by their labels, whatever their layout, the six
// sections of text, the agency and the year.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "report/annual_report.hpp"
#include "report/remark.hpp"

namespace gk::report {

enum class ReadStatus {
    read,          // All that the form asks for is in the text.
    partly_read,   // A table, a row or a section is missing, or the text is cut.
    not_a_report,  // Neither a statutory table nor the title and sections of a report.
};

// "read", "partly_read", "not_a_report": the published keys.
[[nodiscard]] std::string_view key(ReadStatus status);

struct Reading {
    ReadStatus status = ReadStatus::not_a_report;
    AnnualReport report;
    std::vector<Remark> remarks;  // What could not be read for certain.
};

// Never refuses: a document that is no report gives not_a_report. Cells that cannot be told for
// certain stay absent.
[[nodiscard]] Reading read(const document::Document& document);

}  // namespace gk::report
