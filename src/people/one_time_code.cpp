#include "people/one_time_code.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/sm4.hpp"
#include "people/qr_code.hpp"

namespace gk::people {

namespace {

constexpr std::int64_t step_ms = 30'000;
constexpr unsigned code_modulus = 1'000'000;

std::string as_big_endian(std::int64_t number) {
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((static_cast<std::uint64_t>(number) >> shift) & 0xFFU);
    }
    return bytes;
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

// What a path of an address may hold as it is.
std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        encoded +=
            is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

}  // namespace

std::string code_at(std::string_view secret, std::int64_t step) {
    const auto digest = hmac_sha1(secret, as_big_endian(step));
    const std::size_t offset = byte_at(digest, digest.size() - 1) & 0x0FU;
    const unsigned number = (byte_at(digest, offset) & 0x7FU) << 24U |
                            byte_at(digest, offset + 1) << 16U | byte_at(digest, offset + 2) << 8U |
                            byte_at(digest, offset + 3);
    return fmt::format("{:06}", number % code_modulus);
}

std::int64_t step_of(Moment now) {
    return now.utc_ms / step_ms;
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          Moment now, std::int64_t used_step) {
    const auto present = step_of(now);
    std::optional<std::int64_t> matching;
    for (const auto step : {present - 1, present, present + 1}) {
        if (same_bytes(code_at(secret, step), code) && step > used_step) {
            matching = step;
        }
    }
    return matching;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        buffer = (buffer << 8U | byte_at(bytes, i)) & 0xFFFFU;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += alphabet[(buffer >> bits) & 31U];
        }
    }
    if (bits > 0) {
        text += alphabet[(buffer << (5 - bits)) & 31U];
    }
    return text;
}

std::string otpauth_uri(std::string_view issuer, std::string_view login_name,
                        std::string_view secret) {
    const auto name = percent_encoded(issuer);
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", name,
                       percent_encoded(login_name), base32(secret), name);
}

std::string qr_svg(std::string_view text) {
    const auto code = qr_code(text);
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" role="img">)"
        R"(<rect width="{0}" height="{0}" fill="#fff"/><path fill="#000" d="{1}"/></svg>)",
        code.size, code.path);
}

}  // namespace gk::people
