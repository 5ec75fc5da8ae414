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

// Has no value of its own: a row that leaves it out does not compile.
class RequiredPermission {
public:
    RequiredPermission(people::Permission permission) : permission_(permission) {}  // NOLINT

    [[nodiscard]] people::Permission value() const { return permission_; }

private:
    people::Permission permission_;
};

// session: the handler lets in only who is signed in and has the permission. Only web/api makes
// such rows; a row with another permission than `everyone` must be one.
enum class Guard { none, session };

// until_commit: the bytes of a 200 are kept, per path and variant, until the data changes.
enum class Caching { none, until_commit };

// on_io_thread is for handlers that never wait: no database, no file, no hashing.
enum class Runs { on_worker, on_io_thread };

struct Route {
    Method method;        // get answers head as well.
    std::string pattern;  // "/agencies/{agency}/annual-reports/{year}"
    RequiredPermission permission;
    Audience audience;
    RouteLimits limits;
    Handler handler;
    Caching caching = Caching::none;
    // The names in the query that make another page of a cached one. A query with any other name
    // is answered past the cache.
    std::vector<std::string> variants = {};
    Runs runs = Runs::on_worker;
    Guard guard = Guard::none;
};

}  // namespace gk::web
