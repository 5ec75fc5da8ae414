#include "web/api/session.hpp"

#include <gtest/gtest.h>

namespace gk::web::api {
namespace {

Request with_cookie(std::string cookie, bool is_secure = false) {
    Request request;
    request.is_secure = is_secure;
    request.headers.add("Cookie", std::move(cookie));
    return request;
}

TEST(SessionCookie, is_found_among_others) {
    EXPECT_EQ(session_token(with_cookie("a=b; gongkai=token; c=d")), "token");
    EXPECT_EQ(session_token(with_cookie("a=b")), std::nullopt);
    EXPECT_EQ(session_token(with_cookie("gongkai=")), std::nullopt);
}

TEST(SessionCookie, has_the_protected_name_with_tls_and_no_other) {
    EXPECT_EQ(session_token(with_cookie("gongkai=plain", true)), std::nullopt);
    EXPECT_EQ(session_token(with_cookie("__Host-gongkai=kept", true)), "kept");
}

TEST(SessionCookie, counts_for_nothing_where_someone_planted_a_second) {
    EXPECT_EQ(session_token(with_cookie("gongkai=one; gongkai=two")), std::nullopt);
}

TEST(SessionCookie, is_out_of_reach_of_scripts_and_other_sites) {
    Response response;
    set_session_cookie(response, with_cookie("", true), "token");
    EXPECT_EQ(response.headers.get("Set-Cookie"),
              "__Host-gongkai=token; Path=/; HttpOnly; SameSite=Lax; Secure");
    Response cleared;
    clear_session_cookie(cleared, with_cookie(""));
    EXPECT_EQ(cleared.headers.get("Set-Cookie"),
              "gongkai=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST(Secrets, are_the_same_only_where_every_byte_is) {
    EXPECT_TRUE(is_same_secret("abc", "abc"));
    EXPECT_FALSE(is_same_secret("abc", "abd"));
    EXPECT_FALSE(is_same_secret("abc", "ab"));
}

}  // namespace
}  // namespace gk::web::api
