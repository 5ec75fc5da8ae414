#include "people/sealed_text.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "base/assert.hpp"

namespace gk::people {
namespace {

constexpr SealedPlace place{"applications", "identity_number", 7};
constexpr std::string_view number = "11010519491231002X";

class SealedTexts : public testing::Test {
protected:
    std::string code_of(const SealedPlace& where, const SealedText& sealed) {
        const auto opened = open_sealed(ring_, where, sealed);
        return opened ? "" : opened.error().first().code;
    }

    KeyRing ring_ = new_key_ring();
    SealedText sealed_ = seal(ring_, place, number);
};

TEST_F(SealedTexts, open_to_what_was_sealed) {
    EXPECT_EQ(*open_sealed(ring_, place, sealed_), number);
    for (const std::string& text : {std::string(), std::string("张三"), std::string(5000, 'x')}) {
        EXPECT_EQ(*open_sealed(ring_, place, seal(ring_, place, text)), text);
    }
}

TEST_F(SealedTexts, differ_each_time_and_hold_nothing_of_the_text) {
    std::set<SealedText> seen;
    for (int i = 0; i < 50; ++i) {
        const auto sealed = seal(ring_, place, number);
        EXPECT_TRUE(seen.insert(sealed).second);
        std::string bytes;
        std::ranges::transform(sealed, std::back_inserter(bytes),
                               [](std::byte byte) { return static_cast<char>(byte); });
        for (std::size_t at = 0; at + 4 <= number.size(); ++at) {
            EXPECT_EQ(bytes.find(number.substr(at, 4)), std::string::npos);
        }
    }
}

TEST_F(SealedTexts, with_any_bit_of_any_byte_changed_are_refused) {
    for (std::size_t at = 0; at < sealed_.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            auto changed = sealed_;
            changed[at] ^= std::byte{static_cast<unsigned char>(1U << bit)};
            EXPECT_FALSE(open_sealed(ring_, place, changed).has_value()) << at << ' ' << bit;
        }
    }
}

TEST_F(SealedTexts, cut_short_or_grown_are_refused) {
    for (std::size_t size = 0; size < sealed_.size(); ++size) {
        const SealedText cut(sealed_.begin(), sealed_.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_EQ(code_of(place, cut), "people.sealed_text_changed") << size;
    }
    auto grown = sealed_;
    grown.push_back(std::byte{0});
    EXPECT_EQ(code_of(place, grown), "people.sealed_text_changed");
}

TEST_F(SealedTexts, copied_to_another_place_are_refused) {
    for (const SealedPlace& other :
         {SealedPlace{"application", "identity_number", 7}, SealedPlace{"applications", "phone", 7},
          SealedPlace{"applications", "identity_number", 8},
          SealedPlace{"applicationsidentity", "_number", 7}}) {
        EXPECT_EQ(code_of(other, sealed_), "people.sealed_text_changed");
    }
}

TEST_F(SealedTexts, of_an_old_key_open_as_long_as_the_ring_has_it) {
    const auto newer = with_new_keys(ring_);
    EXPECT_EQ(*open_sealed(newer, place, sealed_), number);
    const auto sealed = seal(newer, place, number);
    EXPECT_EQ(key_number_of(sealed), 2);
    EXPECT_EQ(code_of(place, sealed), "people.seal_key_unknown");
    ring_ = new_key_ring();
    EXPECT_EQ(code_of(place, sealed_), "people.sealed_text_changed");
}

TEST_F(SealedTexts, tell_the_number_of_their_key) {
    EXPECT_EQ(key_number_of(sealed_), 1);
    EXPECT_EQ(key_number_of({}), 0);
    EXPECT_EQ(key_number_of(SealedText(100, std::byte{9})), 0);
    ring_.seal_keys.clear();
    EXPECT_THROW(static_cast<void>(seal(ring_, place, number)), Bug);
}

}  // namespace
}  // namespace gk::people
