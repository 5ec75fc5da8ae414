// The parts of a docx that do not depend on what it says: types, relations, styles, fonts, feet.
#pragma once

#include <string>
#include <vector>

#include "document/official_document.hpp"
#include "document/zip_writer.hpp"

namespace gk::document::docx {

inline constexpr const char* word_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char* relationship_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// All but word/document.xml and docProps/core.xml.
[[nodiscard]] std::vector<ZipPart> fixed_parts();

// Title, author and time of making.
[[nodiscard]] std::string core_properties(const OfficialDocument& document);

}  // namespace gk::document::docx
