// Digests of bytes.
#pragma once

#include <string>
#include <string_view>

namespace gk {

// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// SM3 (GB/T 32905): 32 bytes.
[[nodiscard]] std::string sm3(std::string_view bytes);

// HMAC with SM3: 32 bytes.
[[nodiscard]] std::string hmac_sm3(std::string_view key, std::string_view bytes);

// HMAC with SHA-1: 20 bytes. For codes by time (RFC 6238), which know nothing else.
[[nodiscard]] std::string hmac_sha1(std::string_view key, std::string_view bytes);

}  // namespace gk
