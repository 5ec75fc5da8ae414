#include "web/application.hpp"

#include <atomic>
#include <mutex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/log.hpp"
#include "web/errors.hpp"
#include "web/health.hpp"
#include "web/http/raw_client.hpp"
#include "web/security_headers.hpp"

namespace gk::web {
namespace {

using testing::get;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using testing::RawResponse;

Response html(std::string body) {
    Response response;
    response.headers.set("Content-Type", "text/html; charset=utf-8");
    response.body = std::move(body);
    return response;
}

class ApplicationTest : public ::testing::Test {
protected:
    ApplicationTest() {
        ServerOptions options;
        options.port = 0;
        options.common_headers = security_headers();
        server_ = std::make_unique<Server>(std::move(options), application_);
        server_->start();
    }

    Route row(Method method, std::string pattern, Handler handler,
              Audience audience = Audience::page) {
        return {.method = method,
                .pattern = std::move(pattern),
                .permission = people::Permission::everyone,
                .audience = audience,
                .limits = {.body_bytes_max = method == Method::get ? 0U : 100U},
                .handler = std::move(handler)};
    }

    std::vector<Route> rows() {
        auto cached = row(Method::get, "/cached/{name}", [this](const Request& request) {
            ++made_;
            return html("<p>" + std::string(request.argument("name")) + " " +
                        std::string(find(request.query, "v").value_or("")) + "</p>");
        });
        cached.caching = Caching::until_commit;
        cached.variants = {"v"};
        auto operate = row(Method::post, "/operate", [](const Request&) { return html("done"); });
        operate.permission = people::Permission::operate;
        std::vector<Route> rows = {
            cached,
            operate,
            row(Method::get, "/fails",
                [](const Request&) -> Result<Response> { throw Fault("disk is full"); }),
            row(Method::get, "/breaks",
                [](const Request&) {
                    auto response = html("x");
                    response.headers.set("X-Name", "a\r\nSet-Cookie: b");
                    return response;
                }),
            row(Method::get, "/missing",
                [](const Request&) -> Result<Response> { return error(not_found); }),
            row(Method::post, "/form", [](const Request& request) { return html(request.body); }),
            row(
                Method::post, "/api/v1/things",
                [](const Request& request) { return html(request.body); }, Audience::api)};
        for (auto& each : health_routes({})) {
            rows.push_back(std::move(each));
        }
        return rows;
    }

    RawResponse ask(const std::string& request) {
        RawClient client(server_->port());
        client.send(request);
        return client.receive(!request.starts_with("HEAD")).value_or(RawResponse());
    }

    std::string log() {
        const std::scoped_lock lock(log_mutex_);
        return log_;
    }

    std::atomic<int> made_ = 0;
    std::mutex log_mutex_;
    std::string log_;
    log::Redirection redirection_{[this](std::string_view line) {
        const std::scoped_lock lock(log_mutex_);
        log_.append(line).append("\n");
    }};
    Application application_{rows(), [](const ErrorView& view) {
                                 return "<h1>" + std::string(view.title) + "</h1><p>" +
                                        view.problems.front().code + " " +
                                        view.problems.front().message + "</p>";
                             }};
    std::unique_ptr<Server> server_;
};

TEST_F(ApplicationTest, a_page_is_made_once_for_each_variant_until_the_data_change) {
    EXPECT_EQ(ask(get("/cached/a")).body, "<p>a </p>");
    EXPECT_EQ(ask(get("/cached/a")).body, "<p>a </p>");
    EXPECT_EQ(made_, 1);
    EXPECT_EQ(ask(get("/cached/a?v=large")).body, "<p>a large</p>");
    EXPECT_EQ(ask(get("/cached/a?v=large")).body, "<p>a large</p>");
    EXPECT_EQ(made_, 2);
    application_.pages().invalidate_all();
    EXPECT_EQ(ask(get("/cached/a")).body, "<p>a </p>");
    EXPECT_EQ(made_, 3);
}

TEST_F(ApplicationTest, a_query_that_makes_no_variant_does_not_fill_the_cache) {
    EXPECT_EQ(ask(get("/cached/a?x=1")).body, "<p>a </p>");
    EXPECT_EQ(ask(get("/cached/a?x=1")).body, "<p>a </p>");
    EXPECT_EQ(made_, 2);
}

TEST_F(ApplicationTest, a_page_is_asked_about_by_its_etag) {
    const auto page = ask(get("/cached/a"));
    EXPECT_EQ(page.header("cache-control"), "no-cache");
    const auto again = ask(get("/cached/a", "If-None-Match: " + page.header("etag") + "\r\n"));
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.header("content-length"), "");
    const auto head = ask("HEAD /cached/a HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("content-length"), std::to_string(page.body.size()));
}

TEST_F(ApplicationTest, every_answer_has_the_security_headers_and_no_banner) {
    for (const auto& request :
         {get("/cached/a"), get("/nothing"), get("/fails"), std::string("NONSENSE\r\n\r\n")}) {
        const auto answer = ask(request);
        EXPECT_EQ(answer.header("content-security-policy"),
                  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                  "frame-ancestors 'none'");
        EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(answer.header("referrer-policy"), "same-origin");
        EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
        EXPECT_THAT(answer.header("permissions-policy"), HasSubstr("geolocation=()"));
        EXPECT_EQ(answer.header("server"), "");
    }
}

TEST_F(ApplicationTest, an_unknown_path_is_a_page_to_people_and_a_problem_to_programs) {
    const auto page = ask(get("/nothing"));
    EXPECT_EQ(page.status, 404);
    EXPECT_EQ(page.body, "<h1>没有找到</h1><p>web.not_found 没有找到这个页面。</p>");
    const auto problem = ask(get("/api/v1/nothing"));
    EXPECT_EQ(problem.status, 404);
    EXPECT_EQ(problem.header("content-type"), "application/problem+json");
    EXPECT_EQ(ask(get("/missing")).body, page.body);
}

TEST_F(ApplicationTest, a_path_for_the_operator_is_as_unknown_as_one_that_is_not_there) {
    const auto hidden = ask(
        "POST /operate HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: none\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(hidden.status, 404);
    EXPECT_EQ(hidden.body, ask(get("/nothing")).body);
    EXPECT_EQ(ask(get("/operate")).status, 404);
}

TEST_F(ApplicationTest, a_method_that_the_path_does_not_take_is_405_with_those_it_takes) {
    const auto answer = ask("DELETE /form HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.header("allow"), "POST");
    EXPECT_THAT(answer.body, HasSubstr("web.method_not_allowed"));
    EXPECT_EQ(ask("PUT /cached/a HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").header("allow"),
              "GET, HEAD");
    const auto options = ask("OPTIONS /form HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(options.status, 405);
    EXPECT_EQ(options.header("allow"), "GET, HEAD");
}

TEST_F(ApplicationTest, what_the_server_turns_away_says_why_and_closes) {
    const std::string host = "Host: a\r\n";
    const std::tuple<std::string, int, std::string> cases[] = {
        {"GET / HTTP/1.1\r\n\r\n", 400, "web.malformed_request"},
        {"BREW / HTTP/1.1\r\n" + host + "\r\n", 501, "web.method_unknown"},
        {"GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n" + host, 414, "web.target_too_long"},
        {get("/", "X-A: " + std::string(20'000, 'a') + "\r\n"), 431, "web.head_too_large"},
        {"POST /form HTTP/1.1\r\nExpect: tea\r\nContent-Length: 2\r\n" + host + "\r\nab", 417,
         "web.expectation_failed"},
        {"POST /form HTTP/1.1\r\nSec-Fetch-Site: none\r\nContent-Length: 101\r\n" + host + "\r\n",
         413, "web.body_too_large"},
    };
    for (const auto& [request, status, code] : cases) {
        const auto answer = ask(request);
        EXPECT_EQ(answer.status, status) << code;
        EXPECT_THAT(answer.body, HasSubstr(code));
        EXPECT_EQ(answer.header("connection"), "close") << code;
    }
}

TEST_F(ApplicationTest, a_form_of_another_site_is_refused) {
    const std::string form = "POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n";
    const auto foreign = ask(form + "Origin: http://evil.example\r\n\r\nab");
    EXPECT_EQ(foreign.status, 403);
    EXPECT_THAT(foreign.body, HasSubstr("web.cross_site"));
    EXPECT_EQ(ask(form + "Origin: http://a\r\n\r\nab").body, "ab");
    EXPECT_EQ(ask("POST /api/v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab").body,
              "ab");
}

TEST_F(ApplicationTest, a_fault_shows_a_number_and_logs_its_cause_under_that_number) {
    const auto fault = ask(get("/fails"));
    EXPECT_EQ(fault.status, 500);
    EXPECT_THAT(fault.body, HasSubstr("web.fault 系统暂时无法处理，请稍后再试（编号 "));
    EXPECT_THAT(fault.body, Not(HasSubstr("disk")));
    const auto begin = fault.body.find("编号 ") + std::string("编号 ").size();
    const auto id = fault.body.substr(begin, fault.body.find("）", begin) - begin);
    EXPECT_EQ(id.size(), 12U);
    EXPECT_THAT(log(), HasSubstr("\"event\":\"fault\",\"request_id\":\"" + id + "\""));
    EXPECT_THAT(log(), HasSubstr("\"cause\":\"disk is full\""));
}

TEST_F(ApplicationTest, a_header_that_would_begin_another_one_is_never_sent) {
    const auto answer = ask(get("/breaks"));
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.header("set-cookie"), "");
    EXPECT_THAT(answer.body, HasSubstr("web.fault"));
}

TEST_F(ApplicationTest, the_access_log_names_the_path_and_never_the_query_or_the_client) {
    ask(get("/cached/a?v=%E5%BC%A0%E4%B8%89", "X-Forwarded-For: 9.9.9.9\r\n"));
    server_->stop();
    EXPECT_THAT(log(), HasSubstr("\"method\":\"GET\",\"path\":\"/cached/a\",\"status\":200,"
                                 "\"bytes\":"));
    EXPECT_THAT(log(), HasSubstr("\"microseconds\":"));
    EXPECT_THAT(log(), Not(HasSubstr("张三")));
    EXPECT_THAT(log(), Not(HasSubstr("127.0.0.1")));
    EXPECT_THAT(log(), Not(HasSubstr("9.9.9.9")));
}

TEST_F(ApplicationTest, no_request_id_is_taken_from_outside) {
    ask(get("/cached/a", "X-Request-Id: mine\r\n"));
    server_->stop();
    EXPECT_THAT(log(), HasSubstr("request_id"));
    EXPECT_THAT(log(), Not(HasSubstr("mine")));
}

TEST_F(ApplicationTest, a_full_queue_is_503_and_says_when_to_come_again) {
    const auto answer = application_.refuse(Refusal::busy, Request());
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.headers.get("Retry-After"), "5");
    EXPECT_THAT(std::string(answer.bytes()), HasSubstr("web.busy"));
}

TEST_F(ApplicationTest, health_is_answered) {
    EXPECT_EQ(ask(get("/healthz")).body, "ok\n");
    EXPECT_EQ(ask(get("/readyz")).body, R"({"is_ready":true,"checks":{}})");
}

}  // namespace
}  // namespace gk::web
