#include "web/run_server.hpp"

#include "base/log.hpp"

namespace gk::web {

namespace {

constexpr std::chrono::milliseconds unwatched_interval{3'600'000};

}  // namespace

bool run_server(Server& server, const ServiceManager& manager, const StopSignal& stop,
                const std::function<void(std::uint16_t port)>& on_ready) {
    server.start();
    log::write(log::Level::info, "serving", {{"port", std::int64_t{server.port()}}});
    on_ready(server.port());
    manager.tell_ready();
    const auto interval = manager.alive_interval().value_or(unwatched_interval);
    while (!stop.wait_for(interval)) {
        if (server.responds_within(interval)) {
            manager.tell_alive();
        } else {
            log::write(log::Level::error, "io_thread_stuck", {});
        }
    }
    manager.tell_stopping();
    log::write(log::Level::info, "stopping", {});
    const bool is_finished = server.stop();
    log::write(log::Level::info, "stopped", {{"every_request_finished", is_finished}});
    return is_finished;
}

}  // namespace gk::web
