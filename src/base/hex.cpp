#include "base/hex.hpp"

#include <cstdint>

namespace gk {

namespace {

constexpr std::string_view digits_of_hex = "0123456789abcdef";

}  // namespace

std::string to_hex(std::string_view bytes) {
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        hex += digits_of_hex[value >> 4U];
        hex += digits_of_hex[value & 0xFU];
    }
    return hex;
}

std::optional<std::string> from_hex(std::string_view digits) {
    if (digits.size() % 2 != 0) {
        return std::nullopt;
    }
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const auto high = digits_of_hex.find(digits[i]);
        const auto low = digits_of_hex.find(digits[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) {
            return std::nullopt;
        }
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

void append_field(std::string& bytes, std::string_view field) {
    const std::uint64_t size = field.size();
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((size >> static_cast<unsigned>(shift)) & 0xFFU);
    }
    bytes += field;
}

}  // namespace gk
