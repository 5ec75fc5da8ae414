// A fixed number of threads and a queue that ends: what may wait (database, hashing, rendering)
// runs here, never on an I/O thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gk::web {

class WorkerPool {
public:
    WorkerPool(unsigned threads, std::size_t queued_max);
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;
    // Waits for what is running; drops what is still queued.
    ~WorkerPool();

    // false where the queue is full. The work may not throw.
    [[nodiscard]] bool try_post(std::function<void()> work);

private:
    void run();

    std::mutex mutex_;
    std::condition_variable has_work_;
    std::deque<std::function<void()>> queue_;
    std::size_t queued_max_;
    bool is_closing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace gk::web
