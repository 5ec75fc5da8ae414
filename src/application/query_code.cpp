#include "application/query_code.hpp"

#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "base/assert.hpp"
#include "base/hex.hpp"
#include "base/id.hpp"
#include "base/sm4.hpp"
#include "base/text.hpp"

namespace gk::application {

namespace {

constexpr std::size_t code_length = 13;
constexpr std::size_t salt_size = 16;
constexpr std::size_t hash_size = 32;
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// scrypt with 8 MiB. The code has 65 random bits: this makes a stolen table no easier to search
// than the form, and one submission no slower than it must be.
constexpr std::uint64_t cost = 8192;
constexpr std::uint64_t block_size = 8;
constexpr std::uint64_t parallelization = 1;
constexpr std::uint64_t memory_max = 32ULL << 20U;

std::string scrypt(std::string_view code, std::string_view salt) {
    std::array<unsigned char, hash_size> hash{};
    const auto* salt_bytes = reinterpret_cast<const unsigned char*>(salt.data());  // NOLINT
    if (EVP_PBE_scrypt(code.data(), code.size(), salt_bytes, salt.size(), cost, block_size,
                       parallelization, memory_max, hash.data(), hash.size()) != 1) {
        throw Fault("scrypt failed");
    }
    return {hash.begin(), hash.end()};
}

// What stands for a letter that is easily taken for a digit.
char32_t meant(char32_t typed) {
    if (typed == 'O') {
        return '0';
    }
    return typed == 'I' || typed == 'L' ? U'1' : typed;
}

}  // namespace

QueryCode new_query_code() {
    const auto text = text::decode(new_public_id()).substr(0, code_length);
    QueryCode code{.text = *normalised_query_code(text::encode(text)), .hash = {}};
    const auto salt = random_bytes(salt_size);
    code.hash = fmt::format("scrypt:{}:{}", to_hex(salt), to_hex(scrypt(code.text, salt)));
    return code;
}

std::string grouped(std::string_view code) {
    GK_ASSERT(code.size() == code_length);
    return fmt::format("{}-{}-{}", code.substr(0, 4), code.substr(4, 4), code.substr(8));
}

std::optional<std::string> normalised_query_code(std::string_view typed) {
    std::string code;
    for (const auto each : text::decode(text::to_half_width(typed))) {
        if (text::is_space(each) || each == '-') {
            continue;
        }
        const auto upper = meant(each >= 'a' && each <= 'z' ? each - 'a' + 'A' : each);
        if (upper > 'Z' || alphabet.find(static_cast<char>(upper)) == std::string_view::npos) {
            return std::nullopt;
        }
        code += static_cast<char>(upper);
    }
    return code.size() == code_length ? std::optional(code) : std::nullopt;
}

bool is_query_code(std::string_view code, std::string_view hash) {
    const auto parts = text::split(hash, ':');
    const auto salt = parts.size() == 3 ? from_hex(parts[1]) : std::nullopt;
    const auto kept = parts.size() == 3 ? from_hex(parts[2]) : std::nullopt;
    const auto made = scrypt(code, salt.value_or(std::string(salt_size, '\0')));
    return kept && same_bytes(made, *kept);
}

}  // namespace gk::application
