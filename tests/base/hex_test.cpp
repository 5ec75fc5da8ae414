#include "base/hex.hpp"

#include <gtest/gtest.h>

namespace gk {
namespace {

TEST(Hex, comes_back_as_the_bytes_it_was_made_of) {
    EXPECT_EQ(to_hex(std::string_view("\x00\x7F\xFF", 3)), "007fff");
    EXPECT_EQ(from_hex("007fff"), std::string("\x00\x7F\xFF", 3));
    EXPECT_EQ(from_hex(""), "");
    for (const auto* wrong : {"0", "0g", "g0", "AB"}) {
        EXPECT_EQ(from_hex(wrong), std::nullopt) << wrong;
    }
}

TEST(Hex, fields_do_not_run_into_each_other) {
    std::string one;
    append_field(one, "ab");
    append_field(one, "c");
    std::string other;
    append_field(other, "a");
    append_field(other, "bc");
    EXPECT_NE(one, other);
    EXPECT_EQ(to_hex(one), "00000000000000026162000000000000000163");
}

}  // namespace
}  // namespace gk
