#include "web/citizen/proof_of_work.hpp"

#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "web/citizen/citizen_site.hpp"
#include "web/citizen/wizard_page.hpp"

namespace gk::web::citizen {
namespace {

TEST(ProofOfWork, is_a_number_whose_digest_begins_with_zero_bits) {
    const auto challenge = work_challenge("KEY");
    const auto number = work_of(challenge);
    EXPECT_TRUE(sha256_hex(challenge + ":" + number).starts_with("0000"));
    EXPECT_TRUE(is_work(challenge, number, work_zero_bits));
    EXPECT_FALSE(is_work(work_challenge("ANOTHER KEY"), number, work_zero_bits));
}

TEST(ProofOfWork, counts_bits_within_a_digit) {
    // SHA-256 of "a:7" is 0x4… and so on: found by trying, fixed by the standard.
    int found = 0;
    for (int number = 0; number < 100; ++number) {
        const auto digest = sha256_hex("a:" + std::to_string(number));
        const bool is_below_one_eighth = digest.front() < '2';
        EXPECT_EQ(is_work("a", std::to_string(number), 3), is_below_one_eighth) << number;
        found += is_below_one_eighth ? 1 : 0;
    }
    EXPECT_GT(found, 0);
}

TEST(ProofOfWork, is_nothing_but_a_number) {
    for (const auto* other : {"", " 1", "-1", "1e3", "0x10", "1234567890123", "١"}) {
        EXPECT_FALSE(is_work("a", other, 0)) << other;
    }
    EXPECT_TRUE(is_work("a", "1", 0));
}

}  // namespace
}  // namespace gk::web::citizen
