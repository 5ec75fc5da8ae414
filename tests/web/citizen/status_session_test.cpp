#include "web/citizen/status_session.hpp"

#include <gtest/gtest.h>

#include "web/cookie.hpp"

namespace gk::web::citizen {
namespace {

constexpr Moment start{1'700'000'000'000};
constexpr std::int64_t half_an_hour = 30 * 60'000;

TEST(StatusSession, names_the_case_for_half_an_hour) {
    const auto ring = people::new_key_ring();
    const auto value = status_session(ring, "CASE", start);
    EXPECT_EQ(case_of_session(ring, value, start), "CASE");
    EXPECT_EQ(case_of_session(ring, value, Moment{start.utc_ms + half_an_hour - 1}), "CASE");
    EXPECT_FALSE(case_of_session(ring, value, Moment{start.utc_ms + half_an_hour}));
}

TEST(StatusSession, is_refused_where_anything_in_it_was_changed) {
    const auto ring = people::new_key_ring();
    const auto value = status_session(ring, "CASE", start);
    for (std::size_t at = 0; at < value.size(); ++at) {
        auto changed = value;
        changed[at] = changed[at] == '0' ? '1' : '0';
        EXPECT_FALSE(case_of_session(ring, changed, start)) << at;
    }
    EXPECT_FALSE(case_of_session(people::new_key_ring(), value, start));
    for (const auto* other : {"", ".", "..", "CASE", "CASE.1700000000001.", "a.b.c.d"}) {
        EXPECT_FALSE(case_of_session(ring, other, start)) << other;
    }
}

TEST(StatusSession, goes_on_when_the_keys_are_changed) {
    const auto ring = people::new_key_ring();
    const auto value = status_session(ring, "CASE", start);
    EXPECT_EQ(case_of_session(people::with_new_keys(ring), value, start), "CASE");
}

TEST(Cookies, are_bound_to_the_host_with_tls_and_out_of_reach_of_scripts) {
    Request request;
    request.is_secure = true;
    Response response;
    set_cookie(response, request, "gongkai-case", "value");
    EXPECT_EQ(response.headers.get("Set-Cookie"),
              "__Host-gongkai-case=value; Path=/; HttpOnly; SameSite=Lax; Secure");
    request.headers.add("Cookie", "a=b; __Host-gongkai-case=value");
    EXPECT_EQ(cookie(request, "gongkai-case"), "value");
    request.headers.add("Cookie", "__Host-gongkai-case=other");
    EXPECT_FALSE(cookie(request, "gongkai-case")) << "twice: nobody knows which is ours";
}

}  // namespace
}  // namespace gk::web::citizen
