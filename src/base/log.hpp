// The log: one JSON object a line, on standard error. No personal data of applicants goes into it:
// name a thing by its public id.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace gk::log {

enum class Level { debug, info, warning, error };

struct Field {
    std::string_view name;  // snake_case
    std::variant<std::string_view, std::int64_t, bool> value;
};

// {"at":"2026-02-10T09:00:00.000+08:00","level":"info","event":"request", …the fields}
// Never waits for the reader of the log: lines are written ten times a second, and where the reader
// is too slow the newest are dropped and counted. Bytes that are not UTF-8 are shown as U+FFFD.
void write(Level level, std::string_view event, std::initializer_list<Field> fields);

// Lines below it are dropped; info where nobody says.
void set_level(Level level);

// Sends the lines elsewhere (a test's list) until the object is gone.
class Redirection {
public:
    explicit Redirection(std::function<void(std::string_view line)> sink);
    Redirection(const Redirection&) = delete;
    Redirection& operator=(const Redirection&) = delete;
    ~Redirection();
};

}  // namespace gk::log
