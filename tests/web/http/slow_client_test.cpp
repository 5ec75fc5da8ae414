// Clients that dawdle, flood or never read: they keep nobody else waiting and are let go of.
#include <algorithm>
#include <array>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include "web/http/raw_client.hpp"
#include "web/http/test_site.hpp"

namespace gk::web {
namespace {

using namespace std::chrono_literals;
using testing::get;
using testing::RawClient;
using testing::TestSite;

class SlowClientTest : public ::testing::Test {
protected:
    void start(ServerOptions options) {
        options.port = 0;
        server_ = std::make_unique<Server>(options, site_);
        server_->start();
    }

    RawClient connect() { return RawClient(server_->port()); }

    // Until the access log has a line that begins so.
    void wait_for_line(std::string_view beginning) {
        for (bool is_there = false; !is_there; std::this_thread::yield()) {
            const std::scoped_lock lock(site_.mutex);
            is_there = std::ranges::any_of(
                site_.lines, [&](const std::string& line) { return line.starts_with(beginning); });
        }
    }

    TestSite site_;
    std::unique_ptr<Server> server_;
};

ServerOptions brief() {
    ServerOptions options;
    options.head_timeout = 50ms;
    options.idle_timeout = 50ms;
    options.transfer_grace = 50ms;
    return options;
}

TEST_F(SlowClientTest, five_hundred_of_them_keep_twenty_ordinary_requests_from_nothing) {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    ASSERT_GE(files.rlim_cur, 1200U) << "500 connections need that many open files";
    ServerOptions options;
    options.connections_per_client_max = 1000;
    options.head_timeout = 300s;
    options.transfer_grace = 300s;
    start(options);
    const std::array<std::string, 4> beginnings = {
        "", "GET /now HTTP/1.1\r\nHo",
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx",
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"};
    std::vector<RawClient> slow;
    for (std::size_t i = 0; i < 500; ++i) {
        slow.push_back(connect());
        slow.back().send(beginnings.at(i % beginnings.size()));
    }
    for (int i = 0; i < 20; ++i) {
        auto client = connect();
        client.send(get(i % 2 == 0 ? "/now" : "/work"));
        const auto answer = client.receive();
        ASSERT_TRUE(answer) << i;
        EXPECT_EQ(answer->status, 200);
    }
    slow[1].send("st: a\r\n\r\n");
    EXPECT_EQ(slow[1].receive()->body, "now");
}

TEST_F(SlowClientTest, a_head_that_does_not_end_in_time_is_closed_however_it_drips) {
    auto options = brief();
    options.idle_timeout = 300s;
    start(options);
    auto client = connect();
    client.send("GET /now HTTP/1.1\r\nHost: a\r\n");
    while (client.send("X: 1\r\n")) {
    }
    EXPECT_EQ(client.receive_all().find("200 OK"), std::string::npos);
}

TEST_F(SlowClientTest, a_silent_connection_is_closed) {
    start(brief());
    auto client = connect();
    EXPECT_TRUE(client.is_closed());
    auto again = connect();
    again.send(get("/now"));
    EXPECT_EQ(again.receive()->body, "now");
    EXPECT_TRUE(again.is_closed());
}

TEST_F(SlowClientTest, a_body_that_comes_too_slowly_is_closed) {
    auto options = brief();
    options.idle_timeout = 300s;
    options.head_timeout = 300s;
    start(options);
    auto client = connect();
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\nabc");
    EXPECT_EQ(client.receive_all(), "");
}

TEST_F(SlowClientTest, an_answer_that_is_not_read_is_given_up) {
    auto options = brief();
    options.idle_timeout = 300s;
    options.bytes_per_second_min = 1'000'000'000;
    start(options);
    auto client = connect();
    client.send(get("/large"));
    wait_for_line("GET /large 200 ");
    EXPECT_LT(client.receive_all().size(), TestSite::large_bytes);
}

TEST_F(SlowClientTest, a_large_answer_is_read_whole_by_who_reads) {
    start({});
    auto client = connect();
    client.send(get("/large"));
    EXPECT_EQ(client.receive()->body.size(), TestSite::large_bytes);
}

TEST_F(SlowClientTest, a_body_above_the_limit_is_413_while_it_is_still_coming) {
    start({});
    auto declared = connect();
    declared.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n");
    EXPECT_EQ(declared.receive()->status, 413);
    auto chunked = connect();
    chunked.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 11; ++i) {
        chunked.send("64\r\n" + std::string(100, 'x') + "\r\n");
    }
    EXPECT_EQ(chunked.receive()->status, 413);
}

TEST_F(SlowClientTest, a_refused_flood_still_gets_to_read_why) {
    start({});
    auto client = connect();
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n");
    client.send(std::string(500'000, 'x'));
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
}

TEST_F(SlowClientTest, a_head_above_the_limit_is_431_and_a_target_414) {
    start({});
    auto head = connect();
    head.send(get("/now", "X: " + std::string(20'000, 'x') + "\r\n"));
    EXPECT_EQ(head.receive()->status, 431);
    auto target = connect();
    target.send("GET /" + std::string(20'000, 'x'));
    EXPECT_EQ(target.receive()->status, 414);
    std::string headers;
    for (int i = 0; i < 101; ++i) {
        headers += "X: 1\r\n";
    }
    auto many = connect();
    many.send(get("/now", headers));
    EXPECT_EQ(many.receive()->status, 400);
}

TEST_F(SlowClientTest, more_connections_than_one_client_may_have_are_503) {
    ServerOptions options;
    options.connections_per_client_max = 2;
    start(options);
    auto first = connect();
    first.send(get("/now"));
    EXPECT_TRUE(first.receive());
    {
        auto second = connect();
        second.send(get("/now"));
        EXPECT_TRUE(second.receive());
        auto third = connect();
        EXPECT_EQ(third.receive()->status, 503);
    }
    first.send(get("/now"));
    EXPECT_EQ(first.receive()->body, "now");
}

TEST_F(SlowClientTest, a_trusted_proxy_is_held_to_the_limit_of_all_connections_only) {
    ServerOptions options;
    options.connections_per_client_max = 1;
    options.connections_max = 3;
    options.trusted_proxies = {"127.0.0.1"};
    start(options);
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(connect());
        clients.back().send(get("/who",
                                "X-Forwarded-For: 203.0.113.5\r\n"
                                "X-Forwarded-Proto: https\r\n"));
        EXPECT_EQ(clients.back().receive()->body, "203.0.113.5 https");
    }
    auto fourth = connect();
    EXPECT_EQ(fourth.receive()->status, 503);
}

TEST_F(SlowClientTest, a_full_queue_is_503_and_the_connection_goes_on) {
    ServerOptions options;
    options.workers = 1;
    options.queued_max = 1;
    start(options);
    auto running = connect();
    running.send(get("/hold"));
    site_.is_held.wait();
    std::vector<RawClient> waiting;
    int refused = 0;
    for (int i = 0; i < 2; ++i) {
        waiting.push_back(connect());
        waiting.back().send(get("/work"));
    }
    wait_for_line("GET /work 503 ");
    site_.let_go.count_down();
    EXPECT_EQ(running.receive()->body, "held");
    for (auto& client : waiting) {
        refused += client.receive()->status == 503 ? 1 : 0;
        client.send(get("/now"));
        EXPECT_EQ(client.receive()->body, "now");
    }
    EXPECT_EQ(refused, 1);
}

TEST_F(SlowClientTest, an_expectation_is_met_before_the_body_comes) {
    start({});
    auto client = connect();
    client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(client.receive(false)->status, 100);
    client.send("abc");
    EXPECT_EQ(client.receive()->body, "abc");
}

TEST_F(SlowClientTest, stop_closes_what_does_not_finish_in_time) {
    ServerOptions options;
    options.io_threads = 1;  // What is answered later on has been read later on.
    options.drain_timeout = 50ms;
    start(options);
    auto client = connect();
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx");
    auto now = connect();
    now.send(get("/now"));
    EXPECT_TRUE(now.receive());
    EXPECT_FALSE(server_->stop());
    EXPECT_EQ(client.receive_all(), "");
}

}  // namespace
}  // namespace gk::web
