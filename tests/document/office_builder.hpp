// Small docx and xlsx files for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/zip_writer.hpp"

namespace gk::document::test {

// A docx whose body holds this XML; `parts` come beside it (word/styles.xml …).
[[nodiscard]] std::string docx(std::string_view body, std::vector<ZipPart> parts = {});

// An xlsx of one sheet: the XML after <worksheet>.
[[nodiscard]] std::string xlsx(std::string_view sheet, std::string_view shared_strings = {});

// <w:p> with one run of this text; `properties` is the XML within <w:pPr>.
[[nodiscard]] std::string paragraph(std::string_view text, std::string_view properties = {});

// <w:tc> with one paragraph; `properties` is the XML within <w:tcPr>.
[[nodiscard]] std::string table_cell(std::string_view text, std::string_view properties = {});

}  // namespace gk::document::test
