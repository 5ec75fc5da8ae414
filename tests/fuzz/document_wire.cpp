// The answer of a reading child that cannot be trusted.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "document/wire.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto result = gk::document::from_wire(bytes);
    if (result.has_value() && gk::document::to_wire(*result) != bytes) {
        std::abort();
    }
    return 0;
}
