// A disk without room, as visitors see it: what was published can be read, nothing that was
// acknowledged is lost, and writing goes on by itself once there is room again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/database.hpp"
#include "store/shim_vfs.hpp"
#include "support/both_databases.hpp"
#include "web/application.hpp"
#include "web/health.hpp"
#include "web/http/raw_client.hpp"

namespace gk::web {
namespace {

using ::testing::HasSubstr;
using testing::RawClient;
using testing::RawResponse;

Response text_of(std::string body) {
    Response response;
    response.headers.set("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(body);
    return response;
}

class DiskFull : public ::testing::Test {
protected:
    DiskFull() {
        database_->write([](store::Transaction& transaction) {
            transaction.run_script("CREATE TABLE notes (note text NOT NULL)");
        });
        ServerOptions options;
        options.port = 0;
        server_ = std::make_unique<Server>(std::move(options), application_);
        server_->start();
    }

    Response write_note(const Request& request) {
        database_->write([&](store::Transaction& transaction) {
            transaction.execute("INSERT INTO notes (note) VALUES (?)", request.body);
        });
        return text_of("kept");
    }

    Response read_notes() {
        return text_of(std::to_string(database_->read([](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT COUNT(*) FROM notes");
            return row.next() ? row.get<std::int64_t>(0) : 0;
        })));
    }

    std::vector<Route> routes() {
        auto all = health_routes({database_check(*database_)});
        all.push_back({.method = Method::post,
                       .pattern = "/notes",
                       .permission = people::Permission::everyone,
                       .audience = Audience::api,
                       .limits = {.body_bytes_max = 1'000'000},
                       .handler = [this](const Request& request) { return write_note(request); }});
        all.push_back({.method = Method::get,
                       .pattern = "/notes",
                       .permission = people::Permission::everyone,
                       .audience = Audience::page,
                       .limits = {},
                       .handler = [this](const Request&) { return read_notes(); }});
        return all;
    }

    RawResponse get(std::string_view path) {
        RawClient client(server_->port());
        client.send(testing::get(path));
        return client.receive().value();
    }

    RawResponse post(std::size_t size) {
        RawClient client(server_->port());
        client.send("POST /notes HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: none\r\nContent-Length: " +
                    std::to_string(size) + "\r\n\r\n" + std::string(size, 'x'));
        return client.receive().value();
    }

    test::ShimVfs vfs_;
    test::ThrowawayDatabase throwaway_{store::Dialect::sqlite};
    std::unique_ptr<store::Database> database_ = throwaway_.open();
    Application application_{routes(), {}};
    std::unique_ptr<Server> server_;
};

TEST_F(DiskFull, is_told_and_nothing_that_was_acknowledged_is_lost) {
    EXPECT_EQ(post(10).status, 200);
    EXPECT_EQ(get("/readyz").status, 200);

    vfs_.fill_disk(true);
    const auto refused = post(100'000);
    EXPECT_EQ(refused.status, 500);
    EXPECT_THAT(refused.body, HasSubstr("系统暂时无法处理"));
    EXPECT_EQ(get("/notes").body, "1");
    EXPECT_EQ(get("/healthz").status, 200);
    EXPECT_EQ(get("/readyz").status, 503);

    vfs_.fill_disk(false);
    EXPECT_EQ(post(100'000).status, 200);
    EXPECT_EQ(get("/readyz").status, 200);
    EXPECT_EQ(get("/notes").body, "2");
}

}  // namespace
}  // namespace gk::web
