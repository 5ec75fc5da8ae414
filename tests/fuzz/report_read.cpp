// A document of any content, read and checked as a report: HTML where the first byte is odd, else
// plain text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "document/charset.hpp"
#include "document/html.hpp"
#include "document/text_file.hpp"
#include "report/check.hpp"
#include "report/check_json.hpp"
#include "report/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const bool is_html = data[0] % 2 == 1;
    const auto text = gk::document::clean_text({reinterpret_cast<const char*>(data) + 1, size - 1});
    const auto document =
        is_html ? gk::document::extract_html(text, {}) : gk::document::extract_plain_text(text, {});
    if (!document.has_value()) {
        return 0;
    }
    const auto reading = gk::report::read(*document);
    const auto result = gk::report::check(
        reading.report, {.previous = &reading.report, .level = gk::law::AgencyLevel::township});
    if (gk::report::to_check_json("fuzz", reading, result).empty()) {
        std::abort();
    }
    return 0;
}
