// Encryption with SM4 (GB/T 32907) in counter mode. It hides and does not protect against change:
// whoever uses it adds a message authentication code.
#pragma once

#include <string>
#include <string_view>

namespace gk {

inline constexpr std::size_t sm4_key_size = 16;
inline constexpr std::size_t sm4_nonce_size = 16;

// Encrypts or, given what it returned, decrypts. Never use one nonce twice with one key.
[[nodiscard]] std::string sm4_ctr(std::string_view key, std::string_view nonce,
                                  std::string_view bytes);

// From the operating system. Throws Fault where it gives none.
[[nodiscard]] std::string random_bytes(std::size_t count);

// Takes as long wherever the two differ.
[[nodiscard]] bool same_bytes(std::string_view one, std::string_view other);

}  // namespace gk
