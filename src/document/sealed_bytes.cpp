#include "document/sealed_bytes.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/sm4.hpp"
#include "people/errors.hpp"

namespace gk::document {

namespace {

using people::RingKey;

// magic (4) | number of the key (4) | nonce (16) | pieces: encrypted (to 64 KiB), HMAC-SM3 (32)
constexpr std::string_view magic = "GKF1";
constexpr std::size_t number_size = 4;
constexpr std::size_t head_size = magic.size() + number_size + sm4_nonce_size;
constexpr std::size_t piece_size = 64U << 10U;
constexpr std::size_t code_size = 32;

std::string number_text(int number) {
    std::string bytes;
    for (unsigned shift = 24; shift < 32; shift -= 8) {
        bytes += static_cast<char>((static_cast<unsigned>(number) >> shift) & 0xFFU);
    }
    return bytes;
}

int number_of(std::string_view bytes) {
    unsigned number = 0;
    for (const char byte : bytes) {
        number = number << 8U | static_cast<unsigned char>(byte);
    }
    return static_cast<int>(number);
}

// The keys of one file, derived from that of the ring.
struct FileKeys {
    std::string cipher;
    std::string nonces;
    std::string codes;

    explicit FileKeys(const RingKey& key)
        : cipher(hmac_sm3(key.bytes, "gongkai sealed file: SM4").substr(0, sm4_key_size)),
          nonces(hmac_sm3(key.bytes, "gongkai sealed file: nonce")),
          codes(hmac_sm3(key.bytes, "gongkai sealed file: HMAC")) {}
};

std::string nonce_of(const FileKeys& keys, std::string_view head, std::size_t index) {
    std::string bytes;
    append_field(bytes, head);
    append_field(bytes, std::to_string(index));
    return hmac_sm3(keys.nonces, bytes).substr(0, sm4_nonce_size);
}

std::string code_of(const FileKeys& keys, std::string_view head, std::size_t index, bool is_last,
                    std::string_view encrypted) {
    std::string bytes;
    append_field(bytes, head);
    append_field(bytes, std::to_string(index));
    append_field(bytes, is_last ? "last" : "more");
    append_field(bytes, encrypted);
    return hmac_sm3(keys.codes, bytes);
}

}  // namespace

int key_number_of_bytes(std::string_view head) {
    const bool is_sealed = head.size() >= sealed_head_bytes && head.starts_with(magic);
    return is_sealed ? number_of(head.substr(magic.size(), number_size)) : 0;
}

std::string seal_bytes(const people::KeyRing& ring, std::string_view bytes) {
    const auto& key = ring.seal_key();
    const FileKeys keys(key);
    const auto head = std::string(magic) + number_text(key.number) + random_bytes(sm4_nonce_size);
    std::string sealed = head;
    std::size_t index = 0;
    do {
        const auto piece = bytes.substr(0, piece_size);
        bytes.remove_prefix(piece.size());
        const auto encrypted = sm4_ctr(keys.cipher, nonce_of(keys, head, index), piece);
        sealed += encrypted;
        sealed += code_of(keys, head, index, bytes.empty(), encrypted);
        ++index;
    } while (!bytes.empty());
    return sealed;
}

Result<std::string> open_bytes(const people::KeyRing& ring, std::string_view sealed) {
    if (sealed.size() < head_size + code_size || !sealed.starts_with(magic)) {
        return error(people::sealed_text_changed);
    }
    const auto head = sealed.substr(0, head_size);
    const auto number = number_of(head.substr(magic.size(), number_size));
    const auto* key = ring.find_seal_key(number);
    if (key == nullptr) {
        return error(people::seal_key_unknown, number);
    }
    const FileKeys keys(*key);
    sealed.remove_prefix(head_size);
    std::string bytes;
    for (std::size_t index = 0; !sealed.empty(); ++index) {
        const auto size = std::min(piece_size + code_size, sealed.size());
        if (size < code_size) {
            return error(people::sealed_text_changed);
        }
        const auto encrypted = sealed.substr(0, size - code_size);
        const auto code = sealed.substr(encrypted.size(), code_size);
        sealed.remove_prefix(size);
        if (!same_bytes(code, code_of(keys, head, index, sealed.empty(), encrypted))) {
            return error(people::sealed_text_changed);
        }
        bytes += sm4_ctr(keys.cipher, nonce_of(keys, head, index), encrypted);
    }
    return bytes;
}

}  // namespace gk::document
