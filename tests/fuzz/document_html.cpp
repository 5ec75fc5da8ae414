// Pages, decoded or not: as they come from a site.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/charset.hpp"
#include "document/html.hpp"
#include "fuzz/document_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    gk::document::fuzz::expect_sound(
        gk::document::extract_html(gk::document::clean_text(bytes), {}));
    return 0;
}
