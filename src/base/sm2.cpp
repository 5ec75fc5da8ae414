#include "base/sm2.hpp"

#include <bit>
#include <memory>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "base/assert.hpp"

namespace gk {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Bytes = std::unique_ptr<BIO, decltype(&BIO_free)>;

// GB/T 32918 takes a name of the signer into the digest; this is the one used where none is agreed.
constexpr std::string_view signer = "1234567812345678";

void require(bool is_done) {
    if (!is_done) {
        throw Fault("SM2: the cryptographic library refuses");
    }
}

const unsigned char* raw(std::string_view bytes) {
    return std::bit_cast<const unsigned char*>(bytes.data());
}

Bytes reading(std::string_view pem) {
    return {BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
}

std::string written(BIO* bytes) {
    char* first = nullptr;
    const auto size = BIO_get_mem_data(bytes, &first);
    return {first, static_cast<std::size_t>(size)};
}

// No password is ever asked for at a terminal.
int no_password(char* /*buffer*/, int /*size*/, int /*is_writing*/, void* /*given*/) {
    return -1;
}

Key private_key_of(std::string_view pem) {
    Key key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, no_password, nullptr),
            EVP_PKEY_free);
    require(key != nullptr && EVP_PKEY_is_a(key.get(), "SM2") == 1);
    return key;
}

// A digest context that signs or verifies with the key.
class Signing {
public:
    explicit Signing(EVP_PKEY* key)
        : key_context_(EVP_PKEY_CTX_new(key, nullptr), EVP_PKEY_CTX_free),
          context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
        require(EVP_PKEY_CTX_set1_id(key_context_.get(), signer.data(),
                                     static_cast<int>(signer.size())) == 1);
        EVP_MD_CTX_set_pkey_ctx(context_.get(), key_context_.get());
    }

    [[nodiscard]] EVP_MD_CTX* context() const { return context_.get(); }

private:
    std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> key_context_;
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string new_sm2_private_key() {
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"), EVP_PKEY_free);
    require(key != nullptr);
    const Bytes pem(BIO_new(BIO_s_mem()), BIO_free);
    require(PEM_write_bio_PKCS8PrivateKey(pem.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                          nullptr) == 1);
    return written(pem.get());
}

std::string sm2_public_key(std::string_view private_key) {
    const auto key = private_key_of(private_key);
    const Bytes pem(BIO_new(BIO_s_mem()), BIO_free);
    require(PEM_write_bio_PUBKEY(pem.get(), key.get()) == 1);
    return written(pem.get());
}

std::string sm2_sign(std::string_view private_key, std::string_view bytes) {
    const auto key = private_key_of(private_key);
    const Signing signing(key.get());
    auto* context = signing.context();
    std::size_t size = 0;
    require(EVP_DigestSignInit(context, nullptr, EVP_sm3(), nullptr, key.get()) == 1);
    require(EVP_DigestSign(context, nullptr, &size, raw(bytes), bytes.size()) == 1);
    std::string signature(size, '\0');
    require(EVP_DigestSign(context, std::bit_cast<unsigned char*>(signature.data()), &size,
                           raw(bytes), bytes.size()) == 1);
    signature.resize(size);
    return signature;
}

bool sm2_verifies(std::string_view public_key, std::string_view bytes, std::string_view signature) {
    const Key key(PEM_read_bio_PUBKEY(reading(public_key).get(), nullptr, no_password, nullptr),
                  EVP_PKEY_free);
    if (key == nullptr || EVP_PKEY_is_a(key.get(), "SM2") != 1) {
        return false;
    }
    const Signing signing(key.get());
    auto* context = signing.context();
    require(EVP_DigestVerifyInit(context, nullptr, EVP_sm3(), nullptr, key.get()) == 1);
    return EVP_DigestVerify(context, raw(signature), signature.size(), raw(bytes), bytes.size()) ==
           1;
}

}  // namespace gk
