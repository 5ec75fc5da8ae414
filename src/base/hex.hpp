// Bytes as hexadecimal digits, and the framing of fields that are hashed or signed together.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gk {

// Two lower-case digits for each byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);

// Nothing where it is not an even number of lower-case hexadecimal digits.
[[nodiscard]] std::optional<std::string> from_hex(std::string_view digits);

// Appends the length of the field (8 bytes, most significant first) and the field, so that no two
// lists of fields give the same bytes.
void append_field(std::string& bytes, std::string_view field);

}  // namespace gk
