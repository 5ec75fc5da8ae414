#include "web/http/response_head.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gk::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(ResponseHead, names_its_own_headers_before_the_common_ones) {
    Headers common;
    common.add("Referrer-Policy", "same-origin");
    common.add("X-Content-Type-Options", "nosniff");
    Response response;
    response.headers.set("referrer-policy", "no-referrer");
    response.body = "abc";
    const auto head = response_head(response, common, After::keep_alive);
    EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\nDate: "));
    EXPECT_THAT(head, HasSubstr("\r\nContent-Length: 3\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nreferrer-policy: no-referrer\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nX-Content-Type-Options: nosniff\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("same-origin")));
}

TEST(ResponseHead, of_an_answer_without_a_body_says_no_length) {
    for (const int status : {204, 304}) {
        Response response;
        response.status = status;
        EXPECT_THAT(response_head(response, {}, After::close), Not(HasSubstr("Content-Length")));
    }
}

TEST(ResponseHead, a_value_that_would_begin_another_header_is_a_bug) {
    for (const auto* value : {"a\r\nSet-Cookie: x", "a\nb", "a\rb"}) {
        Response response;
        response.headers.set("Location", value);
        EXPECT_THROW((void)response_head(response, {}, After::close), Bug) << value;
    }
}

}  // namespace
}  // namespace gk::web
