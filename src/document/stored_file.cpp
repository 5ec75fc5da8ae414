#include "document/stored_file.hpp"

#include "base/text.hpp"

namespace gk::document {

namespace {

constexpr std::size_t name_length_max = 120;

// Controls, and what turns the direction of writing, with which a name can hide what it ends in.
bool is_hidden(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

}  // namespace

std::string plain_file_name(std::string_view given, MediaKind kind) {
    const auto slash = given.find_last_of("/\\");
    auto name = given.substr(slash == given.npos ? 0 : slash + 1);
    if (const auto dot = name.rfind('.'); dot != name.npos && dot > 0) {
        name = name.substr(0, dot);
    }
    std::u32string plain;
    for (const auto c : text::decode(name)) {
        if (!is_hidden(c) && plain.size() < name_length_max) {
            plain += c;
        }
    }
    const auto encoded = text::encode(plain);
    const auto trimmed = text::trim(encoded);
    return (trimmed.empty() ? std::string("文件") : std::string(trimmed)) +
           std::string(extension(kind));
}

}  // namespace gk::document
