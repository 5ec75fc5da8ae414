#include "people/qr_code.hpp"

#include <string>

#include <gtest/gtest.h>

namespace gk::people {
namespace {

TEST(QrCode, has_its_quiet_zone_and_its_three_finder_patterns) {
    const auto code = qr_code("https://gk.example.cn/");
    EXPECT_EQ(code.size, 25 + 8) << "version 2 and four modules on every side";
    EXPECT_TRUE(code.path.starts_with("M4 4h7v1h-7z")) << code.path.substr(0, 40);
    EXPECT_NE(code.path.find("M22 4h7v1h-7z"), std::string::npos);
    EXPECT_NE(code.path.find("M4 28h7v1h-7z"), std::string::npos);
}

TEST(QrCode, grows_with_the_text) {
    EXPECT_GT(qr_code(std::string(200, 'a')).size, qr_code("a").size);
}

}  // namespace
}  // namespace gk::people
