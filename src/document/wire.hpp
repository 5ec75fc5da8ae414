// A document, or the problem that stopped its reading, as bytes: how the reading child answers. The
// child may have been taken over by the file it read, so that nothing in the bytes is believed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace gk::document {

[[nodiscard]] std::string to_wire(const Result<Document>& result);

// Nothing where the bytes are not exactly what to_wire() writes: UTF-8 text, known kinds, cells
// within their grid.
[[nodiscard]] std::optional<Result<Document>> from_wire(std::string_view bytes);

}  // namespace gk::document
