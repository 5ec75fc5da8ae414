#include <chrono>
#include <csignal>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "cli/gongkai.hpp"
#include "people/service.hpp"
#include "store/database.hpp"
#include "store/migration.hpp"
#include "web/http/raw_client.hpp"

namespace gk::cli {
namespace {

using testing::HasSubstr;
using web::testing::RawClient;

// A port that is free now.
std::uint16_t free_port() {
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(bind(probe, reinterpret_cast<const sockaddr*>(&address), size), 0);
    EXPECT_EQ(getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size), 0);
    close(probe);
    return ntohs(address.sin_port);
}

// Once the server listens.
RawClient connect(std::uint16_t port) {
    constexpr int tries_max = 6000;
    for (int tries = 1;; ++tries) {
        try {
            return RawClient(port);
        } catch (const std::runtime_error&) {
            if (tries == tries_max) {
                throw;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
}

// The town's agency in a new database of the folder.
void make_town(const test::Folder& folder) {
    const auto database =
        store::Database::open({.address = (folder.path() / "gongkai.db").string()});
    ASSERT_TRUE(store::migrate_up(*database, Moment()));
    people::NewAgency agency;
    agency.code = "xigebi";
    agency.name = "沙湾市西戈壁镇人民政府";
    agency.short_name = "西戈壁镇";
    ASSERT_TRUE(people::register_agency(*database, agency, people::operator_named("cli:tester"),
                                        Moment{1}));
}

Environment serving(const test::Folder& folder, std::uint16_t port) {
    auto environment = test::data_in(folder);
    environment["GONGKAI_SERVER_PORT"] = std::to_string(port);
    environment["GONGKAI_LOG_LEVEL"] = "error";
    return environment;
}

TEST(Serve, serves_until_the_signal_and_says_where) {
    const test::Folder folder;
    make_town(folder);
    const auto port = free_port();
    std::thread visitor([&] {
        auto client = connect(port);
        client.send(web::testing::get("/healthz"));
        EXPECT_EQ(client.receive()->body, "ok\n");
        client.send(web::testing::get("/readyz"));
        EXPECT_EQ(client.receive()->body, R"({"is_ready":true,"checks":{"database":true}})");
        client.send(web::testing::get("/"));
        EXPECT_THAT(client.receive()->body, HasSubstr("沙湾市西戈壁镇人民政府"));
        client.send(web::testing::get("/nothing"));
        const auto missing = client.receive();
        EXPECT_EQ(missing->status, 404);
        EXPECT_THAT(missing->header("content-type"), HasSubstr("text/html"));
        kill(getpid(), SIGTERM);
    });
    const auto outcome = test::gongkai({"serve"}, serving(folder, port));
    visitor.join();
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("http://127.0.0.1:" + std::to_string(port) + "\n"));
}

// One password is hashed at a time and one waits; whoever comes beside them is told at once, and
// no worker is left without time for a page, cached or not.
TEST(Serve, shows_its_pages_while_passwords_are_tried_in_a_flood) {
    constexpr int attempts = 40;
    const test::Folder folder;
    make_town(folder);
    const auto port = free_port();
    std::thread visitor([&] {
        auto reader = connect(port);
        std::vector<std::unique_ptr<RawClient>> flood;
        for (int i = 0; i < attempts; ++i) {
            const auto body =
                R"({"login_name":"name)" + std::to_string(i) + R"(","password":"Wrong-pass-1"})";
            flood.push_back(std::make_unique<RawClient>(port));
            flood.back()->send(
                "POST /api/v1/session HTTP/1.1\r\nHost: a\r\n"
                "Content-Type: application/json\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body);
        }
        for (const auto* page : {"/", "/search?q=water", "/search?q=budget", "/api/v1/nothing"}) {
            reader.send(web::testing::get(page));
            const auto answer = reader.receive();
            EXPECT_TRUE(answer && answer->status != 503) << page;
        }
        for (const auto& client : flood) {
            const auto answer = client->receive();
            EXPECT_TRUE(answer && answer->status >= 400);
        }
        kill(getpid(), SIGTERM);
    });
    const auto outcome = test::gongkai({"serve"}, serving(folder, port));
    visitor.join();
    EXPECT_EQ(outcome.status, 0) << outcome.err;
}

// More than fit are sent at once and held; those that find no room are told, and pages go on.
TEST(Serve, takes_no_more_uploads_at_once_than_its_memory_holds) {
    constexpr int uploads = 22;
    constexpr std::size_t declared = 1'000'000;
    constexpr std::size_t sent = 900'000;  // 18 of these fit into 16 MB.
    constexpr int patience_ms = 60'000;
    const test::Folder folder;
    make_town(folder);
    const auto port = free_port();
    auto environment = serving(folder, port);
    environment["GONGKAI_SERVER_BODY_MEMORY_MB"] = "16";
    const auto head =
        "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        "Content-Length: " +
        std::to_string(declared) + "\r\n\r\n";
    std::thread visitor([&] {
        auto reader = connect(port);
        {
            std::vector<std::unique_ptr<RawClient>> flood;
            std::vector<pollfd> answers;
            for (int i = 0; i < uploads; ++i) {
                flood.push_back(std::make_unique<RawClient>(port));
                flood.back()->send(head + std::string(sent, 'x'));
                answers.push_back({flood.back()->socket(), POLLIN, 0});
            }
            EXPECT_GT(poll(answers.data(), answers.size(), patience_ms), 0);
            for (std::size_t i = 0; i < flood.size(); ++i) {
                if (answers[i].revents != 0) {
                    const auto answer = flood[i]->receive();
                    EXPECT_TRUE(!answer || answer->status == 503);
                }
            }
            reader.send(web::testing::get("/"));
            EXPECT_EQ(reader.receive()->status, 200);
        }
        // Once they have gone there is room again.
        int taken = 503;
        for (int tries = 0; taken == 503 && tries < 10'000; ++tries) {
            RawClient client(port);
            client.send(head + std::string(declared, 'x'));
            const auto answer = client.receive();
            taken = answer ? answer->status : 503;
        }
        EXPECT_NE(taken, 503);
        kill(getpid(), SIGTERM);
    });
    const auto outcome = test::gongkai({"serve"}, environment);
    visitor.join();
    EXPECT_EQ(outcome.status, 0) << outcome.err;
}

TEST(Serve, does_not_start_on_a_schema_that_is_not_its_own) {
    const test::Folder folder;
    const auto outcome = test::gongkai({"serve"}, test::data_in(folder));
    EXPECT_NE(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("gongkai migrate up"));
}

TEST(Serve, does_not_start_where_nobody_says_whose_site_it_is) {
    const test::Folder folder;
    const auto database =
        store::Database::open({.address = (folder.path() / "gongkai.db").string()});
    ASSERT_TRUE(store::migrate_up(*database, Moment()));
    const auto outcome = test::gongkai({"serve"}, test::data_in(folder));
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("config.site_agency_missing"));
}

TEST(Serve, does_not_start_with_a_proxy_that_is_no_address) {
    const test::Folder folder;
    auto environment = test::data_in(folder);
    environment["GONGKAI_SERVER_TRUSTED_PROXIES"] = "127.0.0.1,proxy.local";
    const auto outcome = test::gongkai({"serve"}, environment);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("config.not_a_network"));
    EXPECT_THAT(outcome.err, HasSubstr("proxy.local"));
}

}  // namespace
}  // namespace gk::cli
