// The lines of a letter that came back from Word, parted by line breaks; and a template among them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "letter/draft_check.hpp"
#include "letter/letter_docx.hpp"
#include "letter/text_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!gk::text::is_utf8(bytes)) {
        return 0;
    }
    std::vector<std::string> lines;
    for (const auto line : gk::text::split(bytes, '\n')) {
        lines.emplace_back(line);
    }
    const auto text = gk::letter::letter_of_lines(lines);
    static_cast<void>(gk::letter::check_draft(gk::law::LetterKind::refused, text));
    if (gk::letter::text_of_json(gk::letter::text_json(text)) != text) {
        std::abort();
    }
    return 0;
}
