// How many connections there may be, in all and from one address.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace gk::web {

class ConnectionLimits {
public:
    // One connection's place; given back when it ends.
    class Place {
    public:
        Place(ConnectionLimits& limits, std::string address)
            : limits_(&limits), address_(std::move(address)) {}

        Place(Place&& other) noexcept
            : limits_(std::exchange(other.limits_, nullptr)), address_(std::move(other.address_)) {}

        Place& operator=(Place&&) = delete;
        ~Place();

    private:
        ConnectionLimits* limits_;
        std::string address_;
    };

    enum class Counted { by_address, in_all_only };

    ConnectionLimits(std::size_t in_all_max, std::size_t per_address_max)
        : in_all_max_(in_all_max), per_address_max_(per_address_max) {}

    // Empty where the limit is reached. A trusted proxy, which speaks for many clients, is counted
    // in all only.
    [[nodiscard]] std::optional<Place> enter(const std::string& address, Counted counted);

    // Until the last connection is gone; false where the time ran out first.
    [[nodiscard]] bool wait_until_none(std::chrono::milliseconds timeout);

private:
    void leave(const std::string& address);

    std::mutex mutex_;
    std::condition_variable none_;
    std::size_t in_all_max_;
    std::size_t per_address_max_;
    std::size_t in_all_ = 0;
    std::map<std::string, std::size_t> by_address_;
};

}  // namespace gk::web
