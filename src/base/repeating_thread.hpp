// A round of work in a thread of its own, again and again, until this object goes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace gk {

class RepeatingThread {
public:
    // A round at once and then one every `pause`. What a round throws goes to the log as
    // "`name`_failed", and the next one tries again. What the round refers to must outlive this.
    RepeatingThread(std::string name, std::function<void()> round, std::chrono::milliseconds pause);
    RepeatingThread(const RepeatingThread&) = delete;
    RepeatingThread& operator=(const RepeatingThread&) = delete;
    // Waits for the round that is running.
    ~RepeatingThread();

private:
    void run(std::chrono::milliseconds pause);
    void make_round() const;

    std::string name_;
    std::function<void()> round_;
    std::mutex mutex_;
    std::condition_variable stop_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace gk
