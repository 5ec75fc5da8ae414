#include "document/sealed_bytes.hpp"

#include <gtest/gtest.h>

namespace gk::document {
namespace {

const auto ring = people::new_key_ring();
constexpr std::size_t piece = 64U << 10U;
constexpr std::size_t head_size = 24;
constexpr std::size_t code_size = 32;

TEST(SealedBytes, open_to_what_was_sealed_whatever_the_size) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, piece - 1, piece, piece + 1, 3 * piece + 17}) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) {
            bytes += static_cast<char>(i * 31);
        }
        const auto sealed = seal_bytes(ring, bytes);
        EXPECT_EQ(*open_bytes(ring, sealed), bytes) << size;
        EXPECT_NE(seal_bytes(ring, bytes), sealed);
    }
}

TEST(SealedBytes, hide_what_they_hold) {
    const auto sealed = seal_bytes(ring, std::string(100, 'a'));
    EXPECT_EQ(sealed.find("aaaa"), std::string::npos);
}

TEST(SealedBytes, that_were_changed_anywhere_do_not_open) {
    const auto sealed = seal_bytes(ring, "身份证照片");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(open_bytes(ring, changed).has_value()) << i;
    }
    EXPECT_EQ(open_bytes(ring, "").error().first().code, "people.sealed_text_changed");
}

TEST(SealedBytes, pieces_cannot_be_left_out_moved_or_cut) {
    const auto sealed = seal_bytes(ring, std::string(2 * piece + 5, 'x'));
    const auto one = piece + code_size;
    const auto head = sealed.substr(0, head_size);
    const auto first = sealed.substr(head_size, one);
    const auto second = sealed.substr(head_size + one, one);
    const auto last = sealed.substr(head_size + 2 * one);
    EXPECT_TRUE(open_bytes(ring, head + first + second + last).has_value());
    EXPECT_FALSE(open_bytes(ring, head + first + second).has_value());
    EXPECT_FALSE(open_bytes(ring, head + second + first + last).has_value());
    EXPECT_FALSE(open_bytes(ring, head + first + last).has_value());
    EXPECT_FALSE(open_bytes(ring, head + first + second + last.substr(0, 10)).has_value());
    EXPECT_FALSE(open_bytes(ring, head + last).has_value());
}

TEST(SealedBytes, need_the_key_with_which_they_were_sealed) {
    const auto sealed = seal_bytes(ring, "甲");
    EXPECT_EQ(*open_bytes(people::with_new_keys(ring), sealed), "甲");
    EXPECT_FALSE(open_bytes(people::new_key_ring(), sealed).has_value());
    const auto newer = seal_bytes(people::with_new_keys(ring), "甲");
    EXPECT_EQ(open_bytes(ring, newer).error().first().code, "people.seal_key_unknown");
}

}  // namespace
}  // namespace gk::document
