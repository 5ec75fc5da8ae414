#include "web/run_server.hpp"

#include "base/log.hpp"

namespace gk::web {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds tick_interval{250};
constexpr std::chrono::seconds response_timeout{5};

void tick(const Occasions& occasions) {
    try {
        occasions.on_tick();
    } catch (const Fault& fault) {
        log::write(log::Level::error, "tick_failed", {{"cause", fault.what()}});
    }
}

}  // namespace

bool run_server(Server& server, const ServiceManager& manager, const StopSignal& stop,
                const Occasions& occasions) {
    server.start();
    log::write(log::Level::info, "serving", {{"port", std::int64_t{server.port()}}});
    occasions.on_ready(server.port());
    manager.tell_ready();
    auto told_at = steady_clock::now();
    while (!stop.wait_for(tick_interval)) {
        tick(occasions);
        const auto interval = manager.alive_interval();
        if (!interval || steady_clock::now() - told_at < *interval) {
            continue;
        }
        told_at = steady_clock::now();
        if (server.responds_within(response_timeout)) {
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
