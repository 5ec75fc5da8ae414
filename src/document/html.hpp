// HTML (also of Word and WPS) → Document, with libxml2's HTML parser.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"

namespace gk::document {

// Paragraphs, headings and grids in the order of the page; what a browser would not show is left
// out. A table that only lays out the page becomes its paragraphs and inner grids. Refuses elements
// nested deeper than limits.depth_max (document.too_deep).
[[nodiscard]] Result<Document> extract_html(std::string_view utf8, const ExtractLimits& limits);

}  // namespace gk::document
