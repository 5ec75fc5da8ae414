#include "web/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gk::web {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::ThrowsMessage;

Route row(Method method, std::string pattern,
          people::Permission permission = people::Permission::everyone) {
    return {.method = method,
            .pattern = std::move(pattern),
            .permission = permission,
            .audience = Audience::page,
            .limits = {},
            .handler = [](const Request&) { return Response(); }};
}

std::string found(const Router& router, std::string_view path) {
    const auto match = router.match(Method::get, path);
    return match.route == nullptr ? "" : match.route->pattern;
}

TEST(Router, finds_the_row_and_what_its_segments_matched) {
    const Router router({row(Method::get, "/"), row(Method::get, "/annual-reports/{year}"),
                         row(Method::get, "/agencies/{agency}/annual-reports/{year}")});
    EXPECT_EQ(found(router, "/"), "/");
    EXPECT_EQ(found(router, "/annual-reports/2023"), "/annual-reports/{year}");
    const auto match = router.match(Method::get, "/agencies/西戈壁/annual-reports/2023");
    EXPECT_THAT(match.arguments, ElementsAre(Pair("agency", "西戈壁"), Pair("year", "2023")));
}

TEST(Router, takes_neither_an_empty_segment_nor_a_slash_too_many) {
    const Router router({row(Method::get, "/a"), row(Method::get, "/agencies/{agency}")});
    EXPECT_EQ(found(router, "/a/"), "");
    EXPECT_EQ(found(router, "//a"), "");
    EXPECT_EQ(found(router, "/agencies/"), "");
    EXPECT_EQ(found(router, "/agencies"), "");
    EXPECT_EQ(found(router, "/"), "");
}

TEST(Router, prefers_a_fixed_segment_and_comes_back_where_it_leads_nowhere) {
    const Router router({row(Method::get, "/reports/{year}"), row(Method::get, "/reports/compare"),
                         row(Method::get, "/{folder}/{file}/x"),
                         row(Method::get, "/reports/{year}/y")});
    EXPECT_EQ(found(router, "/reports/compare"), "/reports/compare");
    EXPECT_EQ(found(router, "/reports/2023"), "/reports/{year}");
    EXPECT_EQ(found(router, "/reports/compare/x"), "/{folder}/{file}/x");
    EXPECT_EQ(found(router, "/reports/compare/y"), "/reports/{year}/y");
}

TEST(Router, takes_the_rest_of_a_path_where_nothing_closer_fits) {
    const Router router({row(Method::get, "/office/{*path}"), row(Method::get, "/office/a"),
                         row(Method::get, "/office/{page}/b")});
    EXPECT_EQ(found(router, "/office/a"), "/office/a");
    EXPECT_EQ(found(router, "/office/x/b"), "/office/{page}/b");
    EXPECT_EQ(found(router, "/office"), "");
    for (const auto* rest : {"", "x", "a/c", "x/y/", "x//y"}) {
        const auto match = router.match(Method::get, std::string("/office/") + rest);
        ASSERT_NE(match.route, nullptr) << rest;
        EXPECT_THAT(match.arguments, ElementsAre(Pair("path", rest)));
    }
}

TEST(Router, names_the_methods_that_a_path_is_served_with) {
    const Router router({row(Method::get, "/apply"), row(Method::post, "/apply")});
    EXPECT_NE(router.match(Method::head, "/apply").route, nullptr);
    const auto match = router.match(Method::del, "/apply");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_THAT(match.allowed, ElementsAre(Method::get, Method::head, Method::post));
}

TEST(Router, does_not_show_a_row_that_nobody_may_use_over_http) {
    const Router router({row(Method::post, "/import", people::Permission::operate)});
    EXPECT_FALSE(router.match(Method::post, "/import").is_path_known());
    EXPECT_FALSE(router.match(Method::get, "/import").is_path_known());
}

TEST(Router, serves_a_row_that_a_session_guards) {
    auto guarded = row(Method::get, "/api/v1/things", people::Permission::report_read);
    guarded.guard = Guard::session;
    const Router router({guarded});
    EXPECT_EQ(found(router, "/api/v1/things"), "/api/v1/things");
}

TEST(Router, refuses_to_start_with_a_row_twice) {
    for (const auto permission : {people::Permission::everyone, people::Permission::operate}) {
        EXPECT_THAT(
            [&] {
                const Router router({row(Method::get, "/agencies/{code}"),
                                     row(Method::get, "/agencies/{agency}", permission)});
            },
            ThrowsMessage<Bug>(HasSubstr("route GET /agencies/{agency}: is there twice")));
    }
}

TEST(Router, refuses_to_start_with_a_row_that_is_not_sound) {
    auto without_handler = row(Method::get, "/a");
    without_handler.handler = nullptr;
    auto cached_post = row(Method::post, "/a");
    cached_post.caching = Caching::until_commit;
    auto waiting_post = row(Method::post, "/a");
    waiting_post.runs = Runs::on_io_thread;
    auto guarded_and_cached = row(Method::get, "/a", people::Permission::report_read);
    guarded_and_cached.guard = Guard::session;
    guarded_and_cached.caching = Caching::until_commit;
    for (const auto& bad :
         {without_handler, cached_post, waiting_post, row(Method::get, "a"),
          row(Method::get, "/a//b"), row(Method::get, "/a/"), row(Method::get, "/a{b}"),
          guarded_and_cached, row(Method::get, "/open", people::Permission::report_read),
          row(Method::get, "/{}"), row(Method::get, "/{*rest}/x"), row(Method::get, "/{a}/{a}"),
          row(Method::head, "/a")}) {
        EXPECT_THROW(Router({bad}), Bug) << bad.pattern;
    }
}

}  // namespace
}  // namespace gk::web
