#include "document/raised_text.hpp"

#include <array>

namespace gk::document {

std::string raised(std::string_view utf8) {
    constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴",
                                                         "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char c : utf8) {
        if (c >= '0' && c <= '9') {
            text += digits[static_cast<std::size_t>(c - '0')];
        } else {
            text += c;
        }
    }
    return text;
}

}  // namespace gk::document
