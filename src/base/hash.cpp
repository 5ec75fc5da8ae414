#include "base/hash.hpp"

#include <array>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "base/assert.hpp"

namespace gk {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    GK_ASSERT(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) ==
              1);
    std::string hex;
    for (unsigned i = 0; i < size; ++i) {
        hex += fmt::format("{:02x}", digest[i]);
    }
    return hex;
}

}  // namespace gk
