// What kind of file the bytes are, from the bytes.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace gk::document {

enum class Container { text, pdf, zip };

// Refuses what is no container of text that we read: pictures, RTF, OFD, old Office files (all with
// a problem that says what they are).
[[nodiscard]] Result<Container> sniff_container(std::string_view bytes);

// HTML by its tags; Markdown by a .md name or a pipe table; else plain text. Refuses XML of other
// vocabularies and web archives.
[[nodiscard]] Result<FileKind> sniff_text(std::string_view utf8, std::string_view file_name);

}  // namespace gk::document
