// A server from its start to the signal to stop.
#pragma once

#include <cstdint>
#include <functional>

#include "web/http/server.hpp"
#include "web/service_manager.hpp"

namespace gk::web {

struct Occasions {
    std::function<void(std::uint16_t port)> on_ready;
    // Four times a second, on the thread that called: to look whether the data have changed.
    std::function<void()> on_tick;
};

// Starts, tells the service manager and `on_ready`, and serves until `stop` has come; tells the
// watchdog only while every I/O thread takes work. Then drains: true where every request
// finished. Throws Fault where it cannot listen; a Fault of `on_tick` goes to the log.
bool run_server(Server& server, const ServiceManager& manager, const StopSignal& stop,
                const Occasions& occasions);

}  // namespace gk::web
