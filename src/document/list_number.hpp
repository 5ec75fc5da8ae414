// The numbers of automatically numbered paragraphs as a word processor prints them.
#pragma once

#include <string>
#include <string_view>

namespace gk::document {

// The number as a list format prints it: "decimal", "chineseCounting", "lowerLetter" …; the plain
// number where the format is none of the common ones.
[[nodiscard]] std::string formatted_number(int number, std::string_view format);

}  // namespace gk::document
