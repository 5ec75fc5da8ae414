#include "web/cross_site.hpp"

#include <gtest/gtest.h>

namespace gk::web {
namespace {

Request post(std::initializer_list<std::pair<std::string, std::string>> headers) {
    Request request;
    request.method = Method::post;
    request.headers.add("Host", "Gk.example.cn");
    for (const auto& [name, value] : headers) {
        request.headers.add(name, value);
    }
    return request;
}

TEST(CrossSite, a_form_of_our_own_page_is_taken) {
    EXPECT_TRUE(is_from_this_site(post({{"Sec-Fetch-Site", "same-origin"}}), Audience::page));
    EXPECT_TRUE(is_from_this_site(post({{"Origin", "http://gk.example.cn"}}), Audience::page));
    EXPECT_TRUE(is_from_this_site(post({{"Sec-Fetch-Site", "none"}}), Audience::page));
}

TEST(CrossSite, a_form_of_another_site_is_refused_by_either_header) {
    for (const auto* site : {"cross-site", "same-site", ""}) {
        EXPECT_FALSE(is_from_this_site(
            post({{"Sec-Fetch-Site", site}, {"Origin", "http://gk.example.cn"}}), Audience::api))
            << site;
    }
    for (const auto* origin : {"http://evil.example", "null", "", "https://gk.example.cn",
                               "http://gk.example.cn:8080", "http://gk.example.cn.evil.example"}) {
        EXPECT_FALSE(is_from_this_site(
            post({{"Sec-Fetch-Site", "same-origin"}, {"Origin", origin}}), Audience::api))
            << origin;
    }
}

TEST(CrossSite, behind_the_tls_of_the_proxy_the_origin_is_https) {
    auto request = post({{"Origin", "https://gk.example.cn"}});
    request.is_secure = true;
    EXPECT_TRUE(is_from_this_site(request, Audience::page));
}

TEST(CrossSite, only_a_program_may_leave_both_headers_out) {
    EXPECT_FALSE(is_from_this_site(post({}), Audience::page));
    EXPECT_TRUE(is_from_this_site(post({}), Audience::api));
}

}  // namespace
}  // namespace gk::web
