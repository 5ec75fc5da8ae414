#include "base/id.hpp"

#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gk {
namespace {

TEST(PublicId, has_26_characters_that_can_be_read_aloud) {
    constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    const auto id = new_public_id();
    EXPECT_EQ(id.size(), 26U);
    EXPECT_EQ(id.find_first_not_of(alphabet), std::string::npos) << id;
}

TEST(PublicId, never_comes_twice_and_uses_every_character) {
    std::set<std::string> ids;
    std::set<char> characters;
    for (int i = 0; i < 1000; ++i) {
        const auto id = new_public_id();
        characters.insert(id.begin(), id.end());
        EXPECT_TRUE(ids.insert(id).second);
    }
    EXPECT_EQ(characters.size(), 32U);
}

TEST(Id, compares_by_its_number) {
    struct Thing;
    EXPECT_LT(Id<Thing>{1}, Id<Thing>{2});
    EXPECT_EQ(Id<Thing>{3}, Id<Thing>{3});
}

}  // namespace
}  // namespace gk
