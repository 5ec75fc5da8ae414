#include "people/blind_index.hpp"

#include <gtest/gtest.h>

#include "people/masking.hpp"

namespace gk::people {
namespace {

std::string identity(std::string_view number, std::string_view name = {},
                     std::string_view phone = {}) {
    return normalised_identity({.number = number, .name = name, .phone = phone});
}

TEST(BlindIndex, is_one_for_one_person_however_the_number_was_typed) {
    EXPECT_EQ(identity("11010519491231002X", "张三"),
              identity("１１０１０５ 19491231-002x", "李四"));
    EXPECT_EQ(identity("91350100M000100Y43"), identity("91350100m000100y43"));
    EXPECT_NE(identity("11010519491231002X"), identity("440524188001010014"));
}

TEST(BlindIndex, takes_name_and_telephone_where_there_is_no_number) {
    EXPECT_EQ(identity("", "买买提·吐尔逊", "138-0013-8000"),
              identity(" ", "买买提•吐尔逊 ", "１３８ 0013 8000"));
    EXPECT_NE(identity("", "张三", "13800138000"), identity("", "张三", "13800138001"));
    EXPECT_NE(identity("", "张三", "13800138000"), identity("", "李四", "13800138000"));
    EXPECT_NE(identity("", "张三1", "3800138000"), identity("", "张三", "13800138000"));
    EXPECT_NE(identity("13800138000"), identity("", "", "13800138000"));
}

TEST(BlindIndex, is_nothing_to_who_lacks_the_key) {
    const auto ring = new_key_ring();
    const auto text = identity("11010519491231002X");
    EXPECT_EQ(blind_index(ring, text), blind_index(ring, text));
    EXPECT_EQ(blind_index(ring, text).size(), 66U);
    EXPECT_NE(blind_index(ring, text), blind_index(new_key_ring(), text));
    auto other_seal_key = ring;
    other_seal_key.seal_keys = new_key_ring().seal_keys;
    EXPECT_EQ(blind_index(other_seal_key, text), blind_index(ring, text));
}

TEST(BlindIndex, is_searched_by_every_key_while_keys_are_rotating) {
    const auto ring = new_key_ring();
    const auto newer = with_new_keys(ring);
    const auto text = identity("11010519491231002X");
    const auto indexes = blind_indexes(newer, text);
    ASSERT_EQ(indexes.size(), 2U);
    EXPECT_EQ(indexes[0], blind_index(newer, text));
    EXPECT_TRUE(indexes[0].starts_with("2:"));
    EXPECT_EQ(indexes[1], blind_index(ring, text));
}

TEST(Masking, hides_the_middle) {
    EXPECT_EQ(masked_number("11010519491231002X"), "110105********002X");
    EXPECT_EQ(masked_number("110105 19491231 002x"), "110105********002X");
    EXPECT_EQ(masked_number("110105491231002"), "110105*****1002");
    EXPECT_EQ(masked_number("E12345678"), "E*******8");
    EXPECT_EQ(masked_number("1234"), "****");
    EXPECT_EQ(masked_phone("138-0013-8000"), "138****8000");
    EXPECT_EQ(masked_phone("6012345"), "*****45");
    EXPECT_EQ(masked_phone("110"), "***");
    EXPECT_EQ(masked_name("张三"), "张*");
    EXPECT_EQ(masked_name(" 欧阳小明 "), "欧***");
    EXPECT_EQ(masked_name("张"), "*");
    EXPECT_EQ(masked_name(""), "");
}

}  // namespace
}  // namespace gk::people
