// Bytes of unknown encoding; the first byte chooses the label.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "document/charset.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array<std::string_view, 6> labels = {"",      "gb2312",     "big5",
                                                        "utf-8", "hz-gb-2312", "windows-1252"};
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto label = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]) % labels.size();
    bytes.remove_prefix(bytes.empty() ? 0 : 1);
    const auto text = gk::document::decode_text(bytes, labels[label]);
    if (text.has_value() && !gk::text::is_utf8(*text)) {
        std::abort();
    }
    if (!gk::text::is_utf8(gk::document::clean_text(bytes))) {
        std::abort();
    }
    static_cast<void>(gk::document::html_charset(bytes));
    return 0;
}
