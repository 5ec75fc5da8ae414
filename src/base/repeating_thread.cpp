#include "base/repeating_thread.hpp"

#include <exception>
#include <utility>

#include "base/log.hpp"

namespace gk {

RepeatingThread::RepeatingThread(std::string name, std::function<void()> round,
                                 std::chrono::milliseconds pause)
    : name_(std::move(name)), round_(std::move(round)), thread_([this, pause] { run(pause); }) {}

RepeatingThread::~RepeatingThread() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stop_.notify_all();
    thread_.join();
}

void RepeatingThread::make_round() const {
    try {
        round_();
    } catch (const std::exception& failure) {
        log::write(log::Level::error, name_ + "_failed", {{"cause", failure.what()}});
    }
}

void RepeatingThread::run(std::chrono::milliseconds pause) {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        lock.unlock();
        make_round();
        lock.lock();
        stop_.wait_for(lock, pause, [this] { return is_stopping_; });
    }
}

}  // namespace gk
