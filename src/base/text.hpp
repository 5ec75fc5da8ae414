// Text without domain words: UTF-8 at the border, trimming, folding, near misses.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gk::text {

// Well-formed UTF-8 (no surrogates, no overlong forms) without NUL.
[[nodiscard]] bool is_utf8(std::string_view bytes);

// Splits well-formed UTF-8 into code points; an ill-formed byte becomes U+FFFD.
[[nodiscard]] std::u32string decode(std::string_view utf8);
[[nodiscard]] std::string encode(std::u32string_view code_points);
void append(std::string& utf8, char32_t code_point);
// Takes the first code point from the front of text that is not empty; an ill-formed byte is
// U+FFFD.
[[nodiscard]] char32_t take(std::string_view& utf8);

// Also takes U+3000, U+00A0, U+FEFF and the zero-width characters for space.
[[nodiscard]] bool is_space(char32_t code_point);
[[nodiscard]] std::string_view trim(std::string_view utf8);

// Full-width Latin letters, digits and punctuation to their half-width forms (！ to ~, U+3000 to a
// space); everything else stays.
[[nodiscard]] std::string to_half_width(std::string_view utf8);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(std::span<const std::string> parts, std::string_view separator);
[[nodiscard]] std::string replace_all(std::string text, std::string_view from, std::string_view to);
[[nodiscard]] std::string lower_ascii(std::string_view text);

// The candidate at the smallest edit distance, or empty where none is near: "did you mean".
[[nodiscard]] std::string_view nearest(std::string_view typed,
                                       std::span<const std::string_view> candidates);

}  // namespace gk::text
