// Small PDF files for tests.
#pragma once

#include <string>
#include <string_view>

namespace gk::document::test {

// A PDF of one A4 page with this content stream; Helvetica is /F1. `trailer` is added to the
// trailer dictionary (an encryption entry, say).
[[nodiscard]] std::string pdf(std::string_view content, std::string_view trailer = {});

}  // namespace gk::document::test
