#include "people/sealed_text.hpp"

#include <bit>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/sm4.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

constexpr char version = 1;
constexpr std::size_t number_size = 4;
constexpr std::size_t head_size = 1 + number_size + sm4_nonce_size;
constexpr std::size_t code_size = 32;

std::string_view text_of(std::span<const std::byte> bytes) {
    return {std::bit_cast<const char*>(bytes.data()), bytes.size()};
}

std::string number_text(int number) {
    std::string bytes;
    for (unsigned shift = 24; shift < 32; shift -= 8) {
        bytes += static_cast<char>((static_cast<unsigned>(number) >> shift) & 0xFFU);
    }
    return bytes;
}

// One key for each use, from the one of the ring.
std::string cipher_key(const RingKey& key) {
    return hmac_sm3(key.bytes, "gongkai sealed text: SM4").substr(0, sm4_key_size);
}

std::string authentication_code(const RingKey& key, const SealedPlace& place,
                                std::string_view head_and_text) {
    std::string bytes;
    append_field(bytes, place.table);
    append_field(bytes, place.column);
    append_field(bytes, std::to_string(place.row_id));
    append_field(bytes, head_and_text);
    return hmac_sm3(hmac_sm3(key.bytes, "gongkai sealed text: HMAC"), bytes);
}

}  // namespace

SealedText seal(const KeyRing& ring, const SealedPlace& place, std::string_view text) {
    const auto& key = ring.seal_key();
    const auto nonce = random_bytes(sm4_nonce_size);
    auto bytes = version + number_text(key.number) + nonce + sm4_ctr(cipher_key(key), nonce, text);
    bytes += authentication_code(key, place, bytes);
    const auto all = std::as_bytes(std::span(bytes));
    return {all.begin(), all.end()};
}

Result<std::string> open_sealed(const KeyRing& ring, const SealedPlace& place,
                                std::span<const std::byte> sealed) {
    const auto number = key_number_of(sealed);
    if (number == 0) {
        return error(sealed_text_changed);
    }
    const auto* key = ring.find_seal_key(number);
    if (key == nullptr) {
        return error(seal_key_unknown, number);
    }
    const auto bytes = text_of(sealed);
    const auto authenticated = bytes.substr(0, bytes.size() - code_size);
    if (!same_bytes(bytes.substr(authenticated.size()),
                    authentication_code(*key, place, authenticated))) {
        return error(sealed_text_changed);
    }
    return sm4_ctr(cipher_key(*key), authenticated.substr(1 + number_size, sm4_nonce_size),
                   authenticated.substr(head_size));
}

int key_number_of(std::span<const std::byte> sealed) {
    const auto bytes = text_of(sealed);
    if (bytes.size() < head_size + code_size || bytes.front() != version) {
        return 0;
    }
    unsigned number = 0;
    for (const char byte : bytes.substr(1, number_size)) {
        number = number << 8U | static_cast<unsigned char>(byte);
    }
    return static_cast<int>(number);
}

}  // namespace gk::people
