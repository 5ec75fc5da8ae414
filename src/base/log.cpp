#include "base/log.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

#include <boost/json/serialize.hpp>
#include <unistd.h>

#include "base/assert.hpp"
#include "base/clock.hpp"
#include "base/text.hpp"

namespace gk::log {

namespace {

constexpr std::size_t waiting_bytes_max = 4'000'000;
constexpr std::chrono::milliseconds write_interval{100};

std::atomic<Level> lowest = Level::info;

std::mutex redirection_mutex;
std::function<void(std::string_view)> redirection;
std::atomic<bool> is_redirected = false;

// All of it, or as much as standard error takes.
void write_out(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(STDERR_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return;
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
}

// OPTIMIZATION: lines are gathered and written ten times a second by a thread of their own; waking
// it for every line cost up to a fifth of the pages a second. What waits at the end of the program
// is written then.
class Writer {
public:
    Writer() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

    void write(Level level, std::string_view line) {
        {
            const std::scoped_lock lock(mutex_);
            if (waiting_.size() + line.size() > waiting_bytes_max) {
                ++dropped_;
                return;
            }
            waiting_.append(line).append("\n");
            is_urgent_ |= level >= Level::warning;
        }
        if (level >= Level::warning) {
            has_urgent_.notify_one();
        }
    }

private:
    void run(const std::stop_token& stop) {
        std::string lines;
        while (!stop.stop_requested()) {
            std::unique_lock lock(mutex_);
            has_urgent_.wait_for(lock, stop, write_interval, [this] { return is_urgent_; });
            is_urgent_ = false;
            lines.swap(waiting_);
            const auto dropped = std::exchange(dropped_, 0);
            lock.unlock();
            write_out(lines);
            lines.clear();
            if (dropped > 0) {
                log::write(Level::error, "log_lines_dropped", {{"count", dropped}});
            }
        }
        write_out(waiting_);
    }

    std::mutex mutex_;
    std::condition_variable_any has_urgent_;
    bool is_urgent_ = false;
    std::string waiting_;
    std::int64_t dropped_ = 0;
    std::jthread thread_;
};

std::string_view key(Level level) {
    switch (level) {
        case Level::debug:
            return "debug";
        case Level::info:
            return "info";
        case Level::warning:
            return "warning";
        case Level::error:
            return "error";
    }
    GK_ASSERT(!"a level of the log");
    return {};
}

// What stands in JSON as it is.
bool is_plain(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
}

std::string quoted(std::string_view value) {
    if (is_plain(value)) {
        return std::string("\"").append(value).append("\"");
    }
    const auto utf8 = text::encode(text::decode(value));
    return boost::json::serialize(boost::json::string_view(utf8));
}

std::string written(const Field& field) {
    if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
        return std::to_string(*number);
    }
    if (const auto* is_true = std::get_if<bool>(&field.value)) {
        return *is_true ? "true" : "false";
    }
    return quoted(std::get<std::string_view>(field.value));
}

}  // namespace

void write(Level level, std::string_view event, std::initializer_list<Field> fields) {
    if (level < lowest) {
        return;
    }
    std::string line = R"({"at":")" + SystemClock().now().iso() + R"(","level":")";
    line.append(key(level)).append(R"(","event":)").append(quoted(event));
    for (const auto& field : fields) {
        line.append(",").append(quoted(field.name)).append(":").append(written(field));
    }
    line.append("}");
    if (is_redirected) {
        const std::scoped_lock lock(redirection_mutex);
        if (redirection) {
            redirection(line);
        }
        return;
    }
    static Writer writer;
    writer.write(level, line);
}

void set_level(Level level) {
    lowest = level;
}

Redirection::Redirection(std::function<void(std::string_view line)> sink) {
    const std::scoped_lock lock(redirection_mutex);
    GK_ASSERT(!redirection);
    redirection = std::move(sink);
    is_redirected = true;
}

Redirection::~Redirection() {
    const std::scoped_lock lock(redirection_mutex);
    redirection = nullptr;
    is_redirected = false;
}

}  // namespace gk::log
