// A server from its start to the signal to stop.
#pragma once

#include <cstdint>
#include <functional>

#include "web/http/server.hpp"
#include "web/service_manager.hpp"

namespace gk::web {

// Starts, tells the service manager, calls `on_ready` with the port, and serves until `stop` has
// come; tells the watchdog only while every I/O thread takes work. Then drains: true where every
// request finished. Throws Fault where it cannot listen.
bool run_server(Server& server, const ServiceManager& manager, const StopSignal& stop,
                const std::function<void(std::uint16_t port)>& on_ready);

}  // namespace gk::web
