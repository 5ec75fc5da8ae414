// Markdown and plain text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/charset.hpp"
#include "document/text_file.hpp"
#include "fuzz/document_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = gk::document::clean_text({reinterpret_cast<const char*>(data), size});
    gk::document::fuzz::expect_sound(gk::document::extract_markdown(text, {}));
    gk::document::fuzz::expect_sound(gk::document::extract_plain_text(text, {}));
    return 0;
}
