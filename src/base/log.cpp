#include "base/log.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include <boost/json/serialize.hpp>
#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/assert.hpp"
#include "base/clock.hpp"
#include "base/text.hpp"

namespace gk::log {

namespace {

constexpr std::size_t lines_waiting_max = 8192;

std::atomic<Level> lowest = Level::info;

std::mutex redirection_mutex;
std::function<void(std::string_view)> redirection;
std::atomic<bool> is_redirected = false;

// What is waiting is written when the program ends.
class Writer {
public:
    Writer()
        : pool_(std::make_shared<spdlog::details::thread_pool>(lines_waiting_max, 1)),
          logger_(std::make_shared<spdlog::async_logger>(
              "gongkai", std::make_shared<spdlog::sinks::stderr_sink_mt>(), pool_,
              spdlog::async_overflow_policy::overrun_oldest)) {
        logger_->set_pattern("%v");
    }

    void write(std::string_view line) {
        logger_->info(spdlog::string_view_t(line.data(), line.size()));
    }

private:
    std::shared_ptr<spdlog::details::thread_pool> pool_;
    std::shared_ptr<spdlog::async_logger> logger_;
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

std::string quoted(std::string_view value) {
    return text::is_utf8(value)
               ? boost::json::serialize(boost::json::string_view(value.data(), value.size()))
               : boost::json::serialize(
                     boost::json::string_view(text::encode(text::decode(value))));
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
    writer.write(line);
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
