// PDF with a text layer → Document, with poppler. To be called in the sandboxed child only (see
// child.hpp): poppler is large and the file is foreign.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"

namespace gk::document {

// Refuses a PDF with a password (document.encrypted), one without text (document.no_text_layer) and
// one that is damaged (document.broken_pdf). Pages beyond limits.pages_max are refused as
// document.too_many_parts.
[[nodiscard]] Result<Document> extract_pdf(std::string_view bytes, const ExtractLimits& limits);

}  // namespace gk::document
