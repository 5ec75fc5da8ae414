// The XML of an xlsx: a sheet and the shared strings, parted by NUL.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/text.hpp"
#include "document/extract.hpp"
#include "document/office_builder.hpp"
#include "fuzz/document_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parts = gk::text::split({reinterpret_cast<const char*>(data), size}, '\0');
    const auto file = gk::document::test::xlsx(parts[0], parts.size() > 1 ? parts[1] : "");
    gk::document::fuzz::expect_sound(gk::document::extract_here(file, "a.xlsx"));
    return 0;
}
