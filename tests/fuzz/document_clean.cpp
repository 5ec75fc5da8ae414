// A file that somebody sends: picture, PDF or docx. What comes out clean is of the kind that it is
// said to be, and cleaning it again finds nothing wrong with it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "document/clean_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    gk::document::CleanLimits limits;
    limits.pixels_max = 1'000'000;
    limits.pages_max = 50;
    const auto clean =
        gk::document::clean_here({reinterpret_cast<const char*>(data), size}, limits);
    if (clean && !gk::document::sent_kind(clean->bytes)) {
        std::abort();
    }
    return 0;
}
