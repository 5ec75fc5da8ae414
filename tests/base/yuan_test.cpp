#include "base/yuan.hpp"

#include <gtest/gtest.h>

namespace gk {
namespace {

TEST(Yuan, shows_fen_only_where_there_are_some) {
    EXPECT_EQ(yuan_text(0), "0");
    EXPECT_EQ(yuan_text(5), "0.05");
    EXPECT_EQ(yuan_text(14'000), "140");
    EXPECT_EQ(yuan_text(14'050), "140.50");
}

}  // namespace
}  // namespace gk
