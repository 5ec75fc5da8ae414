// A document or a clean file, or the problem that stopped the work, as bytes: how the child
// answers. The child may have been taken over by the file it read, so that nothing in the bytes is
// believed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/clean_file.hpp"
#include "document/document.hpp"

namespace gk::document {

[[nodiscard]] std::string to_wire(const Result<Document>& result);

// Nothing where the bytes are not exactly what to_wire() writes: UTF-8 text, known kinds, cells
// within their grid.
[[nodiscard]] std::optional<Result<Document>> from_wire(std::string_view bytes);

// The same of a file that was cleaned.
[[nodiscard]] std::string clean_to_wire(const Result<CleanFile>& result);

// Nothing where the bytes are not exactly what clean_to_wire() writes, or what is said to be a
// picture or a document does not begin like one.
[[nodiscard]] std::optional<Result<CleanFile>> clean_from_wire(std::string_view bytes);

}  // namespace gk::document
