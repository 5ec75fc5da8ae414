#include "base/sm4.hpp"

#include <bit>
#include <limits>
#include <memory>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "base/assert.hpp"

namespace gk {

namespace {

const unsigned char* raw(std::string_view bytes) {
    return std::bit_cast<const unsigned char*>(bytes.data());
}

}  // namespace

std::string sm4_ctr(std::string_view key, std::string_view nonce, std::string_view bytes) {
    GK_ASSERT(key.size() == sm4_key_size && nonce.size() == sm4_nonce_size);
    GK_ASSERT(bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "SM4-CTR", nullptr);
    std::string out(bytes.size(), '\0');
    int size = 0;
    GK_ASSERT(EVP_EncryptInit_ex(context.get(), cipher, nullptr, raw(key), raw(nonce)) == 1);
    GK_ASSERT(EVP_EncryptUpdate(context.get(), std::bit_cast<unsigned char*>(out.data()), &size,
                                raw(bytes), static_cast<int>(bytes.size())) == 1);
    GK_ASSERT(static_cast<std::size_t>(size) == bytes.size());
    return out;
}

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (RAND_bytes(std::bit_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1) {
        throw Fault("the operating system gives no random bytes");
    }
    return bytes;
}

bool same_bytes(std::string_view one, std::string_view other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace gk
