// xlsx → Document: the visible sheets one after the other.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"
#include "document/office_package.hpp"

namespace gk::document {

// `page` of the blocks is the number of the sheet. Formulas give the value that was last computed;
// hidden sheets, rows and columns are left out.
[[nodiscard]] Result<Document> extract_xlsx(OfficePackage& package, const ExtractLimits& limits);

// A number as a spreadsheet shows it: at most 15 digits ("59237.244899999998" is 59237.2449), no
// exponent. Text that is no number stays as it is.
[[nodiscard]] std::string plain_number(std::string_view stored);

}  // namespace gk::document
