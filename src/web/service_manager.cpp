#include "web/service_manager.hpp"

#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/assert.hpp"
#include "base/log.hpp"
#include "base/number.hpp"

namespace gk::web {

namespace {

// A signal handler can reach nothing else.
int stop_event = -1;

void on_stop_signal(int signal) {
    const std::uint64_t one = 1;
    // A full counter says the same as a write to it.
    [[maybe_unused]] const auto written = write(stop_event, &one, sizeof one);
    static_cast<void>(std::signal(signal, SIG_DFL));
}

}  // namespace

ServiceManager ServiceManager::from_environment() {
    // No thread runs yet.
    const auto* socket = std::getenv("NOTIFY_SOCKET");    // NOLINT(concurrency-mt-unsafe)
    const auto* interval = std::getenv("WATCHDOG_USEC");  // NOLINT(concurrency-mt-unsafe)
    std::optional<std::chrono::microseconds> watchdog;
    if (interval != nullptr) {
        if (const auto read = text::whole_number<std::int64_t>(interval); read && *read > 0) {
            watchdog = std::chrono::microseconds(*read);
        }
    }
    return {socket != nullptr ? socket : "", watchdog};
}

std::optional<std::chrono::milliseconds> ServiceManager::alive_interval() const {
    if (!watchdog_) {
        return std::nullopt;
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(*watchdog_ / 2);
}

void ServiceManager::tell(std::string_view message) const {
    sockaddr_un address{};
    if (notify_socket_.empty() || notify_socket_.size() >= sizeof address.sun_path) {
        return;
    }
    address.sun_family = AF_UNIX;
    notify_socket_.copy(address.sun_path, notify_socket_.size());
    if (notify_socket_.front() == '@') {
        address.sun_path[0] = '\0';
    }
    const auto size = offsetof(sockaddr_un, sun_path) + notify_socket_.size();
    const int sender = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto sent =
        sendto(sender, message.data(), message.size(), MSG_NOSIGNAL,
               reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(size));
    if (sent < 0) {
        log::write(log::Level::warning, "service_manager_not_told",
                   {{"message", message}, {"cause", std::generic_category().message(errno)}});
    }
    close(sender);
}

StopSignal::StopSignal() {
    GK_ASSERT(stop_event < 0);
    stop_event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (stop_event < 0) {
        throw Fault("the operating system gives no eventfd");
    }
    static_cast<void>(std::signal(SIGTERM, on_stop_signal));
    static_cast<void>(std::signal(SIGINT, on_stop_signal));
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
}

StopSignal::~StopSignal() {
    static_cast<void>(std::signal(SIGTERM, SIG_DFL));
    static_cast<void>(std::signal(SIGINT, SIG_DFL));
    close(stop_event);
    stop_event = -1;
}

bool StopSignal::wait_for(std::chrono::milliseconds timeout) const {
    pollfd waited{.fd = stop_event, .events = POLLIN, .revents = 0};
    return poll(&waited, 1, static_cast<int>(timeout.count())) > 0;
}

}  // namespace gk::web
