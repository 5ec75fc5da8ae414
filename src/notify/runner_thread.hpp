// The runner in a thread of its own beside the server, until this object goes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/clock.hpp"

namespace gk::notify {

struct RunnerParts;

class RunnerThread {
public:
    // A round at once and then one every `pause`. What fails goes to the log, and the next round
    // tries again. The parts and the clock must outlive this.
    RunnerThread(const RunnerParts& parts, const Clock& clock, std::chrono::milliseconds pause);
    RunnerThread(const RunnerThread&) = delete;
    RunnerThread& operator=(const RunnerThread&) = delete;
    // Waits for the round that is running.
    ~RunnerThread();

private:
    void run(const RunnerParts& parts, const Clock& clock, std::chrono::milliseconds pause);

    std::mutex mutex_;
    std::condition_variable stop_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace gk::notify
