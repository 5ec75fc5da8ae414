// Whole files of every kind that is read without poppler: the sniffing, the archive, the parts.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/extract.hpp"
#include "document/sniff.hpp"
#include "fuzz/document_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto container = gk::document::sniff_container(bytes);
    if (!container.has_value() || *container != gk::document::Container::pdf) {
        gk::document::fuzz::expect_sound(gk::document::extract_here(bytes, "file"));
    }
    return 0;
}
