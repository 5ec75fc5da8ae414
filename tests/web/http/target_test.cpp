#include "web/http/target.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gk::web {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(Target, is_decoded_once) {
    const auto target = read_target("/agencies/%E8%A5%BF%2541?q=%E5%85%AC+%2B&empty=&bare&&q=2");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/agencies/西%41");
    EXPECT_THAT(target->query, ElementsAre(Pair("q", "公 +"), Pair("empty", ""), Pair("bare", ""),
                                           Pair("q", "2")));
}

TEST(Target, with_two_readings_is_refused) {
    for (const auto* target : {"",
                               "a",
                               "*",
                               "http://a/",
                               "/a b",
                               "/a#b",
                               "/\x7f",
                               "/\xE5\x85\xAC",
                               "/%",
                               "/%4",
                               "/%4g",
                               "/%zz",
                               "/?%",
                               "/%00",
                               "/?a=%00",
                               "/%ff",
                               "/?%ff",
                               "/%c0%af",
                               "/%ed%a0%80",
                               "/%0a",
                               "/%7f",
                               "/%c2%85",
                               "/a%2fb",
                               "/a%5cb",
                               "/a\\b",
                               "/.",
                               "/..",
                               "/a/../b",
                               "/a/%2e%2e/b",
                               "/%2E",
                               "/a/./b",
                               "/a/.%2e"}) {
        EXPECT_FALSE(read_target(target)) << target;
    }
    EXPECT_FALSE(read_target(std::string_view("/a\0b", 4)));
    EXPECT_TRUE(read_target("/.well-known/...x"));
    EXPECT_TRUE(read_target("/%25zz?a=%2F%5C.."));
}

TEST(Target, has_at_most_100_parameters) {
    std::string target = "/?a=0";
    for (int i = 1; i < 100; ++i) {
        target += "&a=" + std::to_string(i);
    }
    EXPECT_TRUE(read_target(target));
    EXPECT_FALSE(read_target(target + "&a=100"));
}

TEST(Target, is_read_back_as_it_was_encoded) {
    const std::string path = "/西/a b%&?#'\"<>;/~";
    const std::string value = "/&=+?# 公\r\n";
    const auto target = read_target(encode_path(path) + "?q=" + encode_query_value(value));
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, path);
    EXPECT_THAT(target->query, ElementsAre(Pair("q", value)));
}

}  // namespace
}  // namespace gk::web
