// What systemd is told (sd_notify(3), Type=notify), by a plain datagram; and when it says to stop.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gk::web {

class ServiceManager {
public:
    // `notify_socket`: a path, "@name" for an abstract one, or empty where nobody wants to know.
    ServiceManager(std::string notify_socket, std::optional<std::chrono::microseconds> watchdog)
        : notify_socket_(std::move(notify_socket)), watchdog_(watchdog) {}

    // NOTIFY_SOCKET and WATCHDOG_USEC.
    [[nodiscard]] static ServiceManager from_environment();

    void tell_ready() const { tell("READY=1"); }

    void tell_stopping() const { tell("STOPPING=1"); }

    void tell_alive() const { tell("WATCHDOG=1"); }

    // How often to say so: half of what the manager allows. Empty where it does not watch.
    [[nodiscard]] std::optional<std::chrono::milliseconds> alive_interval() const;

private:
    void tell(std::string_view message) const;

    std::string notify_socket_;
    std::optional<std::chrono::microseconds> watchdog_;
};

// SIGTERM and SIGINT, from construction on; one at a time. A second signal ends the program at
// once. SIGPIPE is ignored.
class StopSignal {
public:
    StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;
    ~StopSignal();

    // true once the signal has come; false where the time ran out first.
    [[nodiscard]] bool wait_for(std::chrono::milliseconds timeout) const;
};

}  // namespace gk::web
