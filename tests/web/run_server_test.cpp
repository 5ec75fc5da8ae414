#include "web/run_server.hpp"

#include <csignal>
#include <filesystem>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "web/http/raw_client.hpp"
#include "web/http/test_site.hpp"

namespace gk::web {
namespace {

// Stands where systemd would: a datagram socket in the file system.
class NotifySocket {
public:
    NotifySocket()
        : path_(std::filesystem::temp_directory_path() /
                ("gongkai_notify_" + std::to_string(getpid()))),
          socket_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path_.string().copy(address.sun_path, sizeof address.sun_path - 1);
        EXPECT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    }

    NotifySocket(const NotifySocket&) = delete;
    NotifySocket& operator=(const NotifySocket&) = delete;

    ~NotifySocket() {
        close(socket_);
        std::filesystem::remove(path_);
    }

    [[nodiscard]] std::string path() const { return path_.string(); }

    [[nodiscard]] std::string receive() const {
        char bytes[64];
        const auto count = recv(socket_, bytes, sizeof bytes, 0);
        return {bytes, count > 0 ? static_cast<std::size_t>(count) : 0};
    }

private:
    std::filesystem::path path_;
    int socket_;
};

TEST(RunServer, tells_the_service_manager_serves_and_stops_at_the_signal) {
    const NotifySocket socket;
    testing::TestSite site;
    ServerOptions options;
    options.port = 0;
    Server server(options, site);
    const StopSignal stop;
    const ServiceManager manager(socket.path(), std::chrono::milliseconds(20));
    std::thread operating([&] {
        EXPECT_EQ(socket.receive(), "READY=1");
        EXPECT_EQ(socket.receive(), "WATCHDOG=1");
        testing::RawClient client(server.port());
        client.send(testing::get("/now"));
        EXPECT_EQ(client.receive()->body, "now");
        kill(getpid(), SIGTERM);
        while (socket.receive() == "WATCHDOG=1") {
        }
    });
    std::uint16_t shown = 0;
    int ticks = 0;
    EXPECT_TRUE(run_server(server, manager, stop,
                           {.on_ready = [&](std::uint16_t port) { shown = port; },
                            .on_tick =
                                [&] {
                                    ++ticks;
                                    throw Fault("the database is gone for a moment");
                                }}));
    operating.join();
    EXPECT_NE(shown, 0);
    EXPECT_GE(ticks, 1);
}

TEST(RunServer, refuses_an_address_where_another_server_listens) {
    testing::TestSite site;
    ServerOptions options;
    options.port = 0;
    Server first(options, site);
    first.start();
    options.port = first.port();
    Server second(options, site);
    EXPECT_THROW(second.start(), Fault);
    options.address = "not an address";
    Server third(options, site);
    EXPECT_THROW(third.start(), Fault);
}

}  // namespace
}  // namespace gk::web
