#include "web/http/worker_pool.hpp"

#include <utility>

namespace gk::web {

WorkerPool::WorkerPool(unsigned threads, std::size_t queued_max) : queued_max_(queued_max) {
    for (unsigned i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { run(); });
    }
}

WorkerPool::~WorkerPool() {
    {
        const std::scoped_lock lock(mutex_);
        is_closing_ = true;
    }
    has_work_.notify_all();
    for (auto& thread : threads_) {
        thread.join();
    }
}

bool WorkerPool::try_post(std::function<void()> work) {
    {
        const std::scoped_lock lock(mutex_);
        if (queue_.size() >= queued_max_) {
            return false;
        }
        queue_.push_back(std::move(work));
    }
    has_work_.notify_one();
    return true;
}

void WorkerPool::run() {
    for (;;) {
        std::unique_lock lock(mutex_);
        has_work_.wait(lock, [this] { return is_closing_ || !queue_.empty(); });
        if (is_closing_) {
            return;
        }
        const auto work = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        work();
    }
}

}  // namespace gk::web
