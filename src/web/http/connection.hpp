// The connections of one I/O thread: receive a request, ask the Site, answer, again.
#pragma once

#include <atomic>
#include <string>
#include <unordered_set>

#include "web/http/body_memory.hpp"
#include "web/http/connection_limits.hpp"
#include "web/http/server.hpp"
#include "web/http/trusted_proxies.hpp"
#include "web/http/worker_pool.hpp"

namespace boost::asio {
class io_context;
}

namespace gk::web {

// What the threads of one server have in common.
struct Shared {
    const ServerOptions& options;
    Site& site;
    TrustedProxies proxies;
    ConnectionLimits connections;
    WorkerPool& workers;
    BodyMemory bodies{options.body_memory_max};
    std::atomic<bool> is_draining = false;
};

class Connection;

enum class Family { ipv4, ipv6 };

// Used on its thread alone. Must outlive the context, which holds the connections.
class Connections {
public:
    explicit Connections(Shared& shared) : shared_(shared) {}

    // Takes the socket over.
    void open(boost::asio::io_context& context, int socket, Family family, std::string peer,
              ConnectionLimits::Place place);
    void close_idle();

private:
    friend class Connection;
    Shared& shared_;
    std::unordered_set<Connection*> open_;
};

}  // namespace gk::web
