// A row of the route table, and the table. Nothing is served that has no row; no row without a
// permission.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "people/permission.hpp"
#include "web/http/message.hpp"

namespace gk::web {

struct RouteLimits {
    std::size_t body_bytes_max = 0;  // 0: a body is refused (413).
};

// What the answer is for, so that errors are shown in kind.
enum class Audience { page, api };

struct Route {
    Method method;         // get answers head as well.
    std::string pattern;   // "/agencies/{agency}/annual-reports/{year}"
    people::Permission permission;
    Audience audience;
    RouteLimits limits;
    Handler handler;
};

}  // namespace gk::web
