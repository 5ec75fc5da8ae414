#include "base/hash.hpp"

#include <gtest/gtest.h>

#include "base/hex.hpp"

namespace gk {
namespace {

// The examples of FIPS 180-2, appendix B.
TEST(Hash, is_the_sha_256_of_the_standard) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

// The examples of GB/T 32905, appendix A.
TEST(Hash, is_the_sm3_of_the_standard) {
    EXPECT_EQ(to_hex(sm3("abc")),
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    std::string sixteen_times;
    for (int i = 0; i < 16; ++i) {
        sixteen_times += "abcd";
    }
    EXPECT_EQ(to_hex(sm3(sixteen_times)),
              "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

// RFC 2104 written out: H((K ^ opad) || H((K ^ ipad) || text)).
TEST(Hash, is_the_hmac_of_sm3) {
    const std::string key(20, '\x0b');
    std::string inner(64, '\x36');
    std::string outer(64, '\x5c');
    for (std::size_t i = 0; i < key.size(); ++i) {
        inner[i] = static_cast<char>(inner[i] ^ key[i]);
        outer[i] = static_cast<char>(outer[i] ^ key[i]);
    }
    EXPECT_EQ(to_hex(hmac_sm3(key, "Hi There")), to_hex(sm3(outer + sm3(inner + "Hi There"))));
}

}  // namespace
}  // namespace gk
