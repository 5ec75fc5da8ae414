#include "base/id.hpp"

#include <array>
#include <string_view>

#include <openssl/rand.h>

#include "base/assert.hpp"

namespace gk {

std::string new_public_id() {
    constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    std::array<unsigned char, 26> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        throw Fault("the operating system gives no random bytes");
    }
    std::string id;
    for (const auto byte : bytes) {
        id += alphabet[byte % alphabet.size()];
    }
    return id;
}

}  // namespace gk
