// docx (Word, WPS, LibreOffice) → Document.
#pragma once

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"
#include "document/office_package.hpp"

namespace gk::document {

// Paragraphs with the level of their heading and the label of their list, tables as grids, text
// boxes after the paragraph they hang on. Tracked changes are read as accepted; headers, footers,
// notes and comments are left out.
[[nodiscard]] Result<Document> extract_docx(OfficePackage& package, const ExtractLimits& limits);

}  // namespace gk::document
