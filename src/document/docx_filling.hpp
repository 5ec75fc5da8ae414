// A docx that holds placeholders between double braces, filled in place: what surrounds them, in
// the text, in tables, headers and footers, keeps the look that it was given.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace gk::document {

// What stands in the place of {{name}}. Nothing: it stays as it is. Empty: its paragraph falls
// away. Lines make paragraphs of their own where the placeholder stands alone, and lines of one
// paragraph elsewhere.
using DocxValue = std::function<std::optional<std::string>(std::string_view name)>;

// Refuses what is no sound docx.
[[nodiscard]] Result<std::string> filled_docx(std::string_view bytes, const DocxValue& value);

}  // namespace gk::document
