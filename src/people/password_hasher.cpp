#include "people/password_hasher.hpp"

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/assert.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

std::string hashed(const HashingLimits& limits, std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), limits.passes,
                              limits.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw Fault("there is no memory to hash a password");
    }
    return text.data();
}

}  // namespace

class PasswordHasher::State {
public:
    explicit State(const HashingLimits& limits) : limits_(limits) {
        GK_ASSERT(sodium_init() >= 0);
        for (unsigned i = 0; i < limits.at_once; ++i) {
            threads_.emplace_back([this] { work(); });
        }
    }

    State(const State&) = delete;
    State& operator=(const State&) = delete;

    ~State() {
        {
            const std::lock_guard lock(mutex_);
            is_stopping_ = true;
        }
        came_.notify_all();
        for (auto& thread : threads_) {
            thread.join();
        }
    }

    bool take() {
        const std::lock_guard lock(mutex_);
        if (taken_ >= limits_.at_once + limits_.waiting_max) {
            return false;
        }
        ++taken_;
        if (!dummy_.valid()) {
            begin_dummy();
        }
        return true;
    }

    void give_back() {
        const std::lock_guard lock(mutex_);
        --taken_;
    }

    // Runs it on one of the threads and waits.
    template <typename Value, typename Function>
    Value run(const Function& function) {
        std::packaged_task<Value()> task(function);
        auto value = task.get_future();
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back([&task] { task(); });
        }
        came_.notify_one();
        return value.get();
    }

    [[nodiscard]] const HashingLimits& limits() const { return limits_; }

    // What the password of an unknown account is held against.
    [[nodiscard]] const std::string& dummy() const { return dummy_.get(); }

private:
    // With the first place: who hashes nothing waits for nothing. Under the lock.
    void begin_dummy() {
        const auto task = std::make_shared<std::packaged_task<std::string()>>(
            [this] { return hashed(limits_, "nobody"); });
        dummy_ = task->get_future().share();
        tasks_.emplace_back([task] { (*task)(); });
        came_.notify_one();
    }

    void work() {
        // On Linux this is the priority of the thread alone. Where it is not granted all goes on.
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), limits_.niceness);
        std::unique_lock lock(mutex_);
        while (true) {
            came_.wait(lock, [this] { return is_stopping_ || !tasks_.empty(); });
            if (tasks_.empty()) {
                return;
            }
            const auto task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
            lock.lock();
        }
    }

    HashingLimits limits_;
    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<std::function<void()>> tasks_;
    std::vector<std::thread> threads_;
    unsigned taken_ = 0;
    bool is_stopping_ = false;
    std::shared_future<std::string> dummy_;
};

PasswordHasher::PasswordHasher(const HashingLimits& limits)
    : state_(std::make_unique<State>(limits)) {}

PasswordHasher::~PasswordHasher() = default;

Result<PasswordHasher::Place> PasswordHasher::take_place() {
    if (!state_->take()) {
        return error(sign_in_busy);
    }
    return Place(*state_);
}

PasswordHasher::Place::~Place() {
    if (state_ != nullptr) {
        state_->give_back();
    }
}

std::string PasswordHasher::Place::hash(std::string_view password) const {
    return state_->run<std::string>([&] { return hashed(state_->limits(), password); });
}

bool PasswordHasher::Place::is_of(std::string_view stored_hash, std::string_view password) const {
    const std::string text = stored_hash.empty() ? state_->dummy() : std::string(stored_hash);
    const bool is_same = state_->run<bool>([&] {
        return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
    });
    return is_same && !stored_hash.empty();
}

}  // namespace gk::people
