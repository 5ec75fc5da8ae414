// The pages of a foreign PDF → Document. Pure.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"
#include "document/pdf_page.hpp"

namespace gk::document {

// Ruled tables are grids; one that goes on at the top of the next page is one grid. Lines of a
// paragraph are joined; a line with wide gaps stays a paragraph of its own with tabs in the gaps.
// Page numbers are left out. Refuses a grid or a number of lines beyond the limits
// (document.too_many_parts).
[[nodiscard]] Result<std::vector<Block>> blocks_of_pages(std::vector<PdfPage> pages,
                                                         const ExtractLimits& limits);

}  // namespace gk::document
