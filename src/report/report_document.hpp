// An annual report as an official document, ready to become docx or PDF.
#pragma once

#include <string>

#include "document/official_document.hpp"
#include "report/annual_report.hpp"

namespace gk::report {

// Title, preamble, six sections in order with their tables; sections that the report does not
// have are left out. `agency_name` is who publishes it.
[[nodiscard]] document::OfficialDocument official_document(const AnnualReport& report,
                                                           const std::string& agency_name,
                                                           Moment made_at);

// 一、总体情况
[[nodiscard]] std::string numbered_title(const AnnualReport& report, law::Section section);

}  // namespace gk::report
