#include "web/health.hpp"

#include <gtest/gtest.h>

#include "base/log.hpp"

namespace gk::web {
namespace {

Response answer(std::string_view pattern, std::vector<ReadyCheck> checks) {
    for (const auto& route : health_routes(std::move(checks))) {
        if (route.pattern == pattern) {
            return *route.handler(Request());
        }
    }
    return {};
}

TEST(Health, the_process_lives_whatever_the_checks_say) {
    const auto alive = answer("/healthz", {{"database", [] { return false; }}});
    EXPECT_EQ(alive.status, 200);
    EXPECT_EQ(alive.body, "ok\n");
    EXPECT_EQ(alive.headers.get("Cache-Control"), "no-store");
}

TEST(Health, ready_is_when_every_check_passes) {
    const auto ready = answer("/readyz", {{"database", [] { return true; }}});
    EXPECT_EQ(ready.status, 200);
    EXPECT_EQ(ready.body, R"({"is_ready":true,"checks":{"database":true}})");
}

TEST(Health, a_check_that_fails_or_throws_makes_it_unready_and_stays_in_the_log) {
    std::string logged;
    const log::Redirection redirection([&](std::string_view line) { logged = line; });
    const auto ready = answer("/readyz", {{"files", [] { return false; }},
                                          {"database", []() -> bool { throw Fault("gone away"); }},
                                          {"calendar", [] { return true; }}});
    EXPECT_EQ(ready.status, 503);
    EXPECT_EQ(ready.body,
              R"({"is_ready":false,"checks":{"files":false,"database":false,"calendar":true}})");
    EXPECT_NE(logged.find("gone away"), std::string::npos);
}

}  // namespace
}  // namespace gk::web
