// Documents written out so that a test can show the whole of one.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace gk::document::test {

// One line for each paragraph ("text", "#2 text" for a heading of level 2) and one for each cell of
// a grid ("0,1 text", "0,1 2x3 text" where it spans 2 rows and 3 columns) between "grid 4x7" and
// "end". Line ends inside a cell are shown as "⏎".
[[nodiscard]] std::string shown(const Document& document);

// The same, or "PROBLEM CODE" where the result is an error.
[[nodiscard]] std::string shown(const Result<Document>& result);

// The code of the first problem, or "none".
[[nodiscard]] std::string problem_code(const Result<Document>& result);

}  // namespace gk::document::test
