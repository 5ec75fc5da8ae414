// One thread of the server with its own listening socket (SO_REUSEPORT) and its own connections.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "web/http/connection.hpp"

namespace gk::web {

// Throws Fault where somebody, even another server of ours, listens there already.
void require_free(const std::string& address, std::uint16_t port);

class IoThread {
public:
    // Listens. Throws Fault where it cannot.
    IoThread(Shared& shared, std::uint16_t port);
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;
    // Ends every connection as it stands.
    ~IoThread();

    [[nodiscard]] std::uint16_t port() const;

    void start();
    // No new connections; the idle ones are closed, the others after their running answer.
    void drain();
    // Ends the thread; unfinished connections stay as they are until the object goes.
    void stop();
    [[nodiscard]] bool responds_within(std::chrono::milliseconds timeout);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace gk::web
