// What a command is handed beside its arguments: the time, and by and by what it asks for.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/clock.hpp"

namespace gk::cli {

// The names and values of the process environment, or what a test sets.
using Environment = std::map<std::string, std::string, std::less<>>;

// What the program was started with.
struct Surroundings {
    const Clock& clock;
    Environment environment;
    std::string operator_name;  // The account of the operating system, for the trail.
};

class Context {
public:
    Context(Surroundings surroundings, std::optional<std::string> config_file);
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context();

    [[nodiscard]] const Clock& clock() const { return surroundings_.clock; }

    // "cli:root": who the trail says it was.
    [[nodiscard]] std::string actor() const;

private:
    Surroundings surroundings_;
    std::optional<std::string> config_file_;
};

}  // namespace gk::cli
