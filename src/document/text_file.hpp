// Plain text and Markdown → Document.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"

namespace gk::document {

// Every line a paragraph, blank lines too, with its leading white space; tables whose columns stand
// below each other are grids (see aligned_text.hpp).
[[nodiscard]] Result<Document> extract_plain_text(std::string_view utf8,
                                                  const ExtractLimits& limits);

// As plain text, but: # headings; a pipe table with its rule of dashes is a grid; a <table> is read
// as HTML; emphasis marks and backslash escapes are taken away.
[[nodiscard]] Result<Document> extract_markdown(std::string_view utf8, const ExtractLimits& limits);

// Whether the line is the rule below the head of a pipe table: "| --- | :-: |".
[[nodiscard]] bool is_pipe_table_rule(std::string_view line);

// Splits at "\n", "\r\n", "\r", U+2028 and U+2029; a line end at the very end begins no new line.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view utf8);

}  // namespace gk::document
