// The HTTP/1.1 server: carries bytes, protects itself from slow and hostile clients, decides
// nothing else. What to answer is asked of a Site.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/message.hpp"
#include "web/http/refusal.hpp"

namespace gk::web {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any that is free; Server::port() says which.
    unsigned io_threads = 2;
    unsigned workers = 4;
    std::size_t queued_max = 256;  // Requests that wait for a worker; more are answered 503.
    std::size_t connections_max = 4096;
    std::size_t connections_per_client_max = 100;  // Not for trusted proxies.
    std::size_t head_bytes_max = 16384;
    // Of the bodies that are being received or dealt with, all together; more are answered 503.
    std::size_t body_memory_max = 256UL * 1024 * 1024;
    std::chrono::milliseconds head_timeout{10'000};  // From a request's first byte to its last.
    std::chrono::milliseconds idle_timeout{15'000};  // Between requests.
    // A body and an answer may take this long plus what their size takes at the slowest pace.
    std::chrono::milliseconds transfer_grace{10'000};
    std::size_t bytes_per_second_min = 2048;
    std::chrono::milliseconds drain_timeout{20'000};
    std::vector<std::string> trusted_proxies = {};  // Addresses and networks.
    Headers common_headers = {};  // On every answer that does not name them itself.
};

// What is to be done with a request of which only the head has been read.
struct Admission {
    // Given at once; a body is not read.
    std::optional<Response> answer;
    // Else: run on a worker once the body has been read. May not throw.
    std::function<Response(const Request&)> run;
    std::size_t body_bytes_max = 0;
};

// One line of the access log. No query and no client: they are personal data.
struct AccessRecord {
    std::string_view request_id;
    std::string_view method;  // Empty, like path, where the head could not be read.
    std::string_view path;
    int status = 0;
    std::size_t bytes = 0;
    std::chrono::microseconds duration{0};
};

// Called on the I/O threads, several at a time: may neither wait nor throw.
class Site {
public:
    Site() = default;
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;
    virtual ~Site() = default;

    // May fill in `head.arguments`.
    [[nodiscard]] virtual Admission admit(Request& head) = 0;
    // `head` is as much of the request as could be read.
    [[nodiscard]] virtual Response refuse(Refusal refusal, const Request& head) = 0;
    // For an answer that cannot be sent as it is: our own mistake.
    [[nodiscard]] virtual Response fail(const Request& request, std::string_view cause) = 0;
    virtual void answered(const AccessRecord& record) = 0;
};

class Server {
public:
    // `site` must live as long as the server.
    Server(ServerOptions options, Site& site);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server();

    // Binds and serves. Throws Fault where the address is not free or not ours.
    void start();
    [[nodiscard]] std::uint16_t port() const;

    // Takes no more connections, closes the idle ones, lets running requests finish within
    // drain_timeout, closes the rest. true where every request finished.
    bool stop();

    // Whether every I/O thread still takes work: for the watchdog.
    [[nodiscard]] bool responds_within(std::chrono::milliseconds timeout);

private:
    struct Running;
    ServerOptions options_;
    Site& site_;
    std::unique_ptr<Running> running_;
};

}  // namespace gk::web
