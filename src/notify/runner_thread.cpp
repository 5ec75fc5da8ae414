#include "notify/runner_thread.hpp"

#include <exception>

#include "base/log.hpp"
#include "notify/runner_service.hpp"

namespace gk::notify {

namespace {

void log_round(const RunCounts& counts) {
    if (counts == RunCounts{}) {
        return;
    }
    log::write(log::Level::info, "notify_run",
               {{"reminded", std::int64_t{counts.reminded}},
                {"escalated", std::int64_t{counts.escalated}},
                {"carried", std::int64_t{counts.carried}},
                {"sent", std::int64_t{counts.sent}},
                {"postponed", std::int64_t{counts.postponed}},
                {"failed", std::int64_t{counts.failed}},
                {"skipped", std::int64_t{counts.skipped}}});
}

}  // namespace

RunnerThread::RunnerThread(const RunnerParts& parts, const Clock& clock,
                           std::chrono::milliseconds pause)
    : thread_([this, &parts, &clock, pause] { run(parts, clock, pause); }) {}

RunnerThread::~RunnerThread() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stop_.notify_all();
    thread_.join();
}

void RunnerThread::run(const RunnerParts& parts, const Clock& clock,
                       std::chrono::milliseconds pause) {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        lock.unlock();
        try {
            log_round(run_once(parts, clock.now()));
        } catch (const std::exception& failure) {
            log::write(log::Level::error, "notify_failed", {{"cause", failure.what()}});
        }
        lock.lock();
        stop_.wait_for(lock, pause, [this] { return is_stopping_; });
    }
}

}  // namespace gk::notify
