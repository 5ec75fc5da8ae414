#include <csignal>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
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
    for (int tries = 0;; ++tries) {
        try {
            return RawClient(port);
        } catch (const std::runtime_error&) {
            if (tries == 1'000'000) {
                throw;
            }
            std::this_thread::yield();
        }
    }
}

TEST(Serve, serves_until_the_signal_and_says_where) {
    const test::Folder folder;
    const auto database =
        store::Database::open({.address = (folder.path() / "gongkai.db").string()});
    ASSERT_TRUE(store::migrate_up(*database, Moment()));
    people::NewAgency agency;
    agency.code = "xigebi";
    agency.name = "沙湾市西戈壁镇人民政府";
    agency.short_name = "西戈壁镇";
    ASSERT_TRUE(people::register_agency(*database, agency, people::operator_named("cli:tester"),
                                        Moment{1}));
    const auto port = free_port();
    auto environment = test::data_in(folder);
    environment["GONGKAI_SERVER_PORT"] = std::to_string(port);
    environment["GONGKAI_LOG_LEVEL"] = "error";
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
    const auto outcome = test::gongkai({"serve"}, environment);
    visitor.join();
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("http://127.0.0.1:" + std::to_string(port) + "\n"));
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
