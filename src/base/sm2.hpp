// Signatures with SM2 and SM3 (GB/T 32918), keys as PEM text.
#pragma once

#include <string>
#include <string_view>

namespace gk {

// A new private key, PKCS #8. Throws Fault where the system gives no randomness.
[[nodiscard]] std::string new_sm2_private_key();

// The public half. Throws Fault where the text is no private key.
[[nodiscard]] std::string sm2_public_key(std::string_view private_key);

// A DER signature. Throws Fault where the text is no private key.
[[nodiscard]] std::string sm2_sign(std::string_view private_key, std::string_view bytes);

// False also where the key or the signature is none at all.
[[nodiscard]] bool sm2_verifies(std::string_view public_key, std::string_view bytes,
                                std::string_view signature);

}  // namespace gk
