#include "base/hash.hpp"

#include <array>
#include <bit>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/assert.hpp"
#include "base/hex.hpp"

namespace gk {

namespace {

using Digest = std::array<char, EVP_MAX_MD_SIZE>;

unsigned char* bytes_of(Digest& digest) {
    return std::bit_cast<unsigned char*>(digest.data());
}

std::string digest_with(const EVP_MD* algorithm, std::string_view bytes) {
    Digest digest{};
    unsigned size = 0;
    GK_ASSERT(EVP_Digest(bytes.data(), bytes.size(), bytes_of(digest), &size, algorithm, nullptr) ==
              1);
    return {digest.data(), size};
}

std::string hmac_with(const EVP_MD* algorithm, std::string_view key, std::string_view bytes) {
    Digest digest{};
    unsigned size = 0;
    GK_ASSERT(HMAC(algorithm, key.data(), static_cast<int>(key.size()),
                   std::bit_cast<const unsigned char*>(bytes.data()), bytes.size(),
                   bytes_of(digest), &size) != nullptr);
    return {digest.data(), size};
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    return to_hex(digest_with(EVP_sha256(), bytes));
}

void Sha256::Free::operator()(EVP_MD_CTX* context) const {
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    GK_ASSERT(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
}

void Sha256::add(std::string_view bytes) {
    GK_ASSERT(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::hex() {
    Digest digest{};
    unsigned size = 0;
    GK_ASSERT(EVP_DigestFinal_ex(context_.get(), bytes_of(digest), &size) == 1);
    return to_hex({digest.data(), size});
}

std::string sm3(std::string_view bytes) {
    // Asked for once: a million entries of the trail are hashed in one go.
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SM3", nullptr);
    return digest_with(algorithm, bytes);
}

std::string hmac_sm3(std::string_view key, std::string_view bytes) {
    return hmac_with(EVP_sm3(), key, bytes);
}

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
    return hmac_with(EVP_sha1(), key, bytes);
}

}  // namespace gk
