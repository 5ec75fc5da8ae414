#include "web/office/base64url.hpp"

namespace gk::web::office {

namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned letter_bits = 6;
constexpr unsigned byte_bits = 8;

}  // namespace

std::string to_base64url(std::string_view bytes) {
    std::string text;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << byte_bits | static_cast<unsigned char>(byte)) & 0xFFFFU;
        bits += byte_bits;
        while (bits >= letter_bits) {
            bits -= letter_bits;
            text += alphabet[(buffer >> bits) & 63U];
        }
    }
    if (bits > 0) {
        text += alphabet[(buffer << (letter_bits - bits)) & 63U];
    }
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char letter : text) {
        const auto value = alphabet.find(letter);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        buffer = (buffer << letter_bits | static_cast<unsigned>(value)) & 0xFFFFU;
        bits += letter_bits;
        if (bits >= byte_bits) {
            bits -= byte_bits;
            bytes += static_cast<char>((buffer >> bits) & 0xFFU);
        }
    }
    return bytes;
}

}  // namespace gk::web::office
