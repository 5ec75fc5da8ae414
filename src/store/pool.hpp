// Connections that are kept open and lent to one thread at a time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/assert.hpp"

namespace gk::store {

template <typename Connection>
class Pool {
public:
    using Make = std::function<std::unique_ptr<Connection>()>;

    Pool(int connections_max, Make make) : free_(connections_max), make_(std::move(make)) {}

private:
    // The right to hold one of the connections. Waits; throws Fault where none comes free.
    class Slot {
    public:
        explicit Slot(Pool& pool) : pool_(pool) {
            std::unique_lock lock(pool_.mutex_);
            if (!pool_.came_free_.wait_for(lock, wait_max, [&] { return pool_.free_ > 0; })) {
                throw Fault("every database connection is busy");
            }
            --pool_.free_;
        }

        Slot(const Slot&) = delete;
        Slot& operator=(const Slot&) = delete;

        ~Slot() {
            {
                const std::lock_guard lock(pool_.mutex_);
                ++pool_.free_;
            }
            pool_.came_free_.notify_one();
        }

    private:
        Pool& pool_;
    };

public:
    // One connection, given back when the lease goes. Throws Fault where there is none to have.
    class Lease {
    public:
        explicit Lease(Pool& pool) : pool_(pool), slot_(pool), connection_(pool.idle_or_new()) {}

        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        ~Lease() {
            if (connection_ != nullptr) {
                const std::lock_guard lock(pool_.mutex_);
                pool_.idle_.push_back(std::move(connection_));
            }
        }

        Connection& operator*() { return *connection_; }

        Connection* operator->() { return connection_.get(); }

        // Closes the connection instead of giving it back.
        void discard() { connection_.reset(); }

    private:
        Pool& pool_;
        Slot slot_;
        std::unique_ptr<Connection> connection_;
    };

    // Closes every connection that is not lent: what one of them found, all may have.
    void discard_idle() {
        std::vector<std::unique_ptr<Connection>> idle;
        const std::lock_guard lock(mutex_);
        idle.swap(idle_);
    }

private:
    static constexpr std::chrono::seconds wait_max{30};

    std::unique_ptr<Connection> idle_or_new() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto connection = std::move(idle_.back());
                idle_.pop_back();
                return connection;
            }
        }
        return make_();
    }

    std::mutex mutex_;
    std::condition_variable came_free_;
    int free_;
    std::vector<std::unique_ptr<Connection>> idle_;
    Make make_;
};

}  // namespace gk::store
