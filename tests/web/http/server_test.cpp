#include "web/http/server.hpp"

#include <future>
#include <optional>

#include <gtest/gtest.h>

#include "web/http/raw_client.hpp"
#include "web/http/test_site.hpp"

namespace gk::web {
namespace {

using testing::get;
using testing::RawClient;
using testing::TestSite;

ServerOptions options() {
    ServerOptions options;
    options.port = 0;
    options.common_headers.add("X-Content-Type-Options", "nosniff");
    return options;
}

class ServerTest : public ::testing::Test {
protected:
    void start(ServerOptions chosen) {
        server_ = std::make_unique<Server>(std::move(chosen), site_);
        server_->start();
    }

    TestSite site_;
    std::unique_ptr<Server> server_;
};

TEST_F(ServerTest, answers_at_once_and_from_a_worker_on_one_connection) {
    start(options());
    RawClient client(server_->port());
    client.send(get("/now"));
    const auto now = client.receive();
    client.send(get("/work"));
    const auto work = client.receive();
    ASSERT_TRUE(now && work);
    EXPECT_EQ(now->status, 200);
    EXPECT_EQ(now->body, "now");
    EXPECT_EQ(now->header("connection"), "keep-alive");
    EXPECT_EQ(now->header("x-content-type-options"), "nosniff");
    EXPECT_EQ(now->header("server"), "");
    EXPECT_EQ(work->body, "work");
}

TEST_F(ServerTest, answers_pipelined_requests_in_their_order) {
    start(options());
    RawClient client(server_->port());
    client.send(get("/work") + get("/now") +
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" + get("/now"));
    EXPECT_EQ(client.receive()->body, "work");
    EXPECT_EQ(client.receive()->body, "now");
    EXPECT_EQ(client.receive()->body, "abc");
    EXPECT_EQ(client.receive()->body, "now");
}

TEST_F(ServerTest, reads_a_request_that_comes_byte_by_byte) {
    start(options());
    RawClient client(server_->port());
    const std::string request =
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    for (const char byte : request) {
        ASSERT_TRUE(client.send(std::string_view(&byte, 1)));
    }
    EXPECT_EQ(client.receive()->body, "abcde");
}

std::string upload(std::size_t bytes) {
    return "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes) +
           "\r\n\r\n";
}

int status_of_upload(std::uint16_t port, std::size_t bytes) {
    RawClient client(port);
    client.send(upload(bytes) + std::string(bytes, 'x'));
    const auto answer = client.receive();
    return answer ? answer->status : 0;
}

TEST_F(ServerTest, holds_no_more_of_all_uploads_together_than_it_has_memory_for) {
    auto chosen = options();
    chosen.body_memory_max = 150'000;
    start(std::move(chosen));
    // Whoever comes first has the room: where that is another, the slow one comes once more.
    std::optional<RawClient> slow;
    int refused = 200;
    for (int attempt = 0; refused == 200 && attempt < 50; ++attempt) {
        slow.emplace(server_->port());
        slow->send(upload(120'000) + std::string(100'000, 'x'));
        // Until what was sent has arrived there is still room for another.
        for (int tries = 0; refused == 200 && tries < 200; ++tries) {
            refused = status_of_upload(server_->port(), 120'000);
        }
    }
    EXPECT_EQ(refused, 503);
    // Small ones go on.
    RawClient small(server_->port());
    small.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_EQ(small.receive()->body, "abc");
    EXPECT_EQ(status_of_upload(server_->port(), 60'000), 200);
    slow->send(std::string(20'000, 'x'));
    EXPECT_EQ(slow->receive()->body, "120000");
    // What the first one took is there again.
    EXPECT_EQ(status_of_upload(server_->port(), 120'000), 200);
}

TEST_F(ServerTest, gives_the_memory_of_an_upload_back_when_the_client_goes) {
    auto chosen = options();
    chosen.body_memory_max = 150'000;
    start(std::move(chosen));
    {
        RawClient gone(server_->port());
        gone.send(upload(120'000) + std::string(100'000, 'x'));
    }
    int taken = 503;
    for (int tries = 0; taken != 200 && tries < 10'000; ++tries) {
        taken = status_of_upload(server_->port(), 120'000);
    }
    EXPECT_EQ(taken, 200);
}

TEST_F(ServerTest, answers_head_with_the_length_and_no_body) {
    start(options());
    RawClient client(server_->port());
    client.send("HEAD /now HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto head = client.receive(false);
    EXPECT_EQ(head->status, 200);
    EXPECT_EQ(head->header("content-length"), "3");
    client.send(get("/now"));
    EXPECT_EQ(client.receive()->body, "now");
}

TEST_F(ServerTest, closes_where_the_client_asks_for_it_or_speaks_http_1_0) {
    start(options());
    for (const std::string& request : {get("/now", "Connection: close\r\n"),
                                       std::string("GET /now HTTP/1.0\r\nHost: a\r\n\r\n")}) {
        RawClient client(server_->port());
        client.send(request);
        const auto now = client.receive();
        EXPECT_EQ(now->body, "now");
        EXPECT_EQ(now->header("connection"), "close");
        EXPECT_TRUE(client.is_closed());
    }
}

TEST_F(ServerTest, stop_lets_the_running_request_finish_and_closes_the_idle_connection) {
    start(options());
    RawClient idle(server_->port());
    idle.send(get("/now"));
    EXPECT_EQ(idle.receive()->body, "now");
    RawClient busy(server_->port());
    busy.send(get("/hold"));
    site_.is_held.wait();
    auto stopped = std::async(std::launch::async, [this] { return server_->stop(); });
    EXPECT_TRUE(idle.is_closed());
    site_.let_go.count_down();
    const auto held = busy.receive();
    ASSERT_TRUE(held);
    EXPECT_EQ(held->body, "held");
    EXPECT_EQ(held->header("connection"), "close");
    busy.finish();
    EXPECT_TRUE(stopped.get());
}

}  // namespace
}  // namespace gk::web
