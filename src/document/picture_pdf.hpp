// A picture as a page: as large as fits on A4, with a margin.
#pragma once

#include <string>
#include <string_view>

#include "document/clean_file.hpp"

namespace gk::document {

// Takes a JPEG or PNG that was cleaned. A JPEG goes in as it is. Empty for what cannot be read.
[[nodiscard]] std::string picture_pdf(std::string_view bytes, MediaKind kind);

}  // namespace gk::document
