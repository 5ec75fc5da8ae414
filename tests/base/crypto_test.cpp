#include <gtest/gtest.h>

#include "base/assert.hpp"
#include "base/hex.hpp"
#include "base/sm2.hpp"
#include "base/sm4.hpp"

namespace gk {
namespace {

// GB/T 32907, appendix A: one block. In counter mode a text of zeros shows the encrypted counter.
TEST(Sm4, is_that_of_the_standard) {
    const auto key = *from_hex("0123456789abcdeffedcba9876543210");
    EXPECT_EQ(to_hex(sm4_ctr(key, key, std::string(16, '\0'))), "681edf34d206965e86b3e94f536e4246");
}

TEST(Sm4, turns_back_what_it_turned) {
    const auto key = random_bytes(sm4_key_size);
    const auto nonce = random_bytes(sm4_nonce_size);
    for (const auto* text : {"", "张", "a text that is longer than one block of sixteen bytes"}) {
        EXPECT_EQ(sm4_ctr(key, nonce, sm4_ctr(key, nonce, text)), text);
    }
    EXPECT_NE(random_bytes(16), random_bytes(16));
    EXPECT_THROW(static_cast<void>(sm4_ctr("short", nonce, "")), Bug);
}

TEST(Sm4, compares_bytes_as_a_whole) {
    EXPECT_TRUE(same_bytes("abc", "abc"));
    EXPECT_FALSE(same_bytes("abc", "abd"));
    EXPECT_FALSE(same_bytes("abc", "abcd"));
}

TEST(Sm2, signs_what_its_public_key_verifies_and_nothing_else) {
    const auto key = new_sm2_private_key();
    const auto other = new_sm2_private_key();
    const auto signature = sm2_sign(key, "checkpoint");
    EXPECT_TRUE(sm2_verifies(sm2_public_key(key), "checkpoint", signature));
    EXPECT_FALSE(sm2_verifies(sm2_public_key(key), "checkpoinT", signature));
    EXPECT_FALSE(sm2_verifies(sm2_public_key(other), "checkpoint", signature));
    EXPECT_FALSE(sm2_verifies(sm2_public_key(key), "checkpoint", "no signature"));
    EXPECT_FALSE(sm2_verifies("no key", "checkpoint", signature));
}

TEST(Sm2, finds_no_key_in_other_text) {
    EXPECT_THROW(static_cast<void>(sm2_sign("no key", "x")), Fault);
    EXPECT_THROW(static_cast<void>(sm2_public_key(sm2_public_key(new_sm2_private_key()))), Fault);
}

}  // namespace
}  // namespace gk
