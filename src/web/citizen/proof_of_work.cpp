#include "web/citizen/proof_of_work.hpp"

#include <algorithm>
#include <charconv>

#include "base/hash.hpp"

namespace gk::web::citizen {

namespace {

constexpr std::size_t challenge_digits = 32;
constexpr std::size_t number_digits_max = 12;

int leading_zero_bits(std::string_view hex) {
    constexpr int bits_per_digit = 4;
    int bits = 0;
    for (const char digit : hex) {
        unsigned value = 0;
        std::from_chars(&digit, &digit + 1, value, 16);
        if (value != 0) {
            return bits + (value < 2 ? 3 : value < 4 ? 2 : value < 8 ? 1 : 0);
        }
        bits += bits_per_digit;
    }
    return bits;
}

}  // namespace

std::string work_challenge(std::string_view submission_key) {
    return sha256_hex("proof of work " + std::string(submission_key)).substr(0, challenge_digits);
}

bool is_work(std::string_view challenge, std::string_view number, int zero_bits) {
    const bool is_number = !number.empty() && number.size() <= number_digits_max &&
                           std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    return is_number &&
           leading_zero_bits(sha256_hex(std::string(challenge) + ":" + std::string(number))) >=
               zero_bits;
}

}  // namespace gk::web::citizen
