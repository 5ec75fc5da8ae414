#include "web/http/server.hpp"

#include <utility>

#include "web/http/io_thread.hpp"

namespace gk::web {

struct Server::Running {
    Running(const ServerOptions& options, Site& site)
        : shared{.options = options,
                 .site = site,
                 .proxies = TrustedProxies(options.trusted_proxies),
                 .connections = {options.connections_max, options.connections_per_client_max},
                 .workers = workers},
          workers(options.workers, options.queued_max) {}

    // The workers go first: what they run holds on to a connection of a thread.
    Shared shared;
    std::vector<std::unique_ptr<IoThread>> threads;
    WorkerPool workers;
};

Server::Server(ServerOptions options, Site& site) : options_(std::move(options)), site_(site) {}

// What cannot even be stopped ends the program.
Server::~Server() {  // NOLINT(bugprone-exception-escape)
    stop();
}

void Server::start() {
    GK_ASSERT(!running_);
    if (options_.port != 0) {
        require_free(options_.address, options_.port);
    }
    auto running = std::make_unique<Running>(options_, site_);
    auto port = options_.port;
    for (unsigned i = 0; i < options_.io_threads; ++i) {
        running->threads.push_back(std::make_unique<IoThread>(running->shared, port));
        port = running->threads.front()->port();
    }
    for (const auto& thread : running->threads) {
        thread->start();
    }
    running_ = std::move(running);
}

std::uint16_t Server::port() const {
    GK_ASSERT(running_);
    return running_->threads.front()->port();
}

bool Server::stop() {
    if (!running_) {
        return true;
    }
    running_->shared.is_draining = true;
    for (const auto& thread : running_->threads) {
        thread->drain();
    }
    const bool is_finished = running_->shared.connections.wait_until_none(options_.drain_timeout);
    for (const auto& thread : running_->threads) {
        thread->stop();
    }
    running_.reset();
    return is_finished;
}

bool Server::responds_within(std::chrono::milliseconds timeout) {
    GK_ASSERT(running_);
    for (const auto& thread : running_->threads) {
        if (!thread->responds_within(timeout)) {
            return false;
        }
    }
    return true;
}

}  // namespace gk::web
