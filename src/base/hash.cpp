#include "base/hash.hpp"

#include <array>
#include <bit>
#include <memory>

#include <openssl/core_names.h>
#include <openssl/evp.h>

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

using MacContext = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;

// Without a key: each use has its own copy.
MacContext hmac_of(const char* algorithm) {
    auto* const hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    MacContext context(EVP_MAC_CTX_new(hmac), EVP_MAC_CTX_free);
    EVP_MAC_free(hmac);
    std::string name(algorithm);
    const std::array parameters = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), 0),
        OSSL_PARAM_construct_end()};
    GK_ASSERT(EVP_MAC_CTX_set_params(context.get(), parameters.data()) == 1);
    return context;
}

std::string hmac_with(const MacContext& blank, std::string_view key, std::string_view bytes) {
    const MacContext context(EVP_MAC_CTX_dup(blank.get()), EVP_MAC_CTX_free);
    Digest digest{};
    std::size_t size = 0;
    GK_ASSERT(EVP_MAC_init(context.get(), std::bit_cast<const unsigned char*>(key.data()),
                           key.size(), nullptr) == 1);
    GK_ASSERT(EVP_MAC_update(context.get(), std::bit_cast<const unsigned char*>(bytes.data()),
                             bytes.size()) == 1);
    GK_ASSERT(EVP_MAC_final(context.get(), bytes_of(digest), &size, digest.size()) == 1);
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
    // What it is made of is asked for once: each application seals ten texts.
    static const auto blank = hmac_of("SM3");
    return hmac_with(blank, key, bytes);
}

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
    static const auto blank = hmac_of("SHA1");
    return hmac_with(blank, key, bytes);
}

}  // namespace gk
