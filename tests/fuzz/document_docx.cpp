// The XML of a docx: document, styles and numbering, parted by NUL.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/text.hpp"
#include "document/extract.hpp"
#include "document/office_builder.hpp"
#include "fuzz/document_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parts = gk::text::split({reinterpret_cast<const char*>(data), size}, '\0');
    std::vector<gk::document::ZipPart> beside;
    if (parts.size() > 1) {
        beside.push_back({"word/styles.xml", std::string(parts[1])});
    }
    if (parts.size() > 2) {
        beside.push_back({"word/numbering.xml", std::string(parts[2])});
    }
    const auto file = gk::document::test::docx(parts[0], std::move(beside));
    gk::document::fuzz::expect_sound(gk::document::extract_here(file, "a.docx"));
    return 0;
}
