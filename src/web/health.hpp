// Whether the process lives (/healthz) and whether it can serve (/readyz): for the service
// manager and the proxy.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "web/route.hpp"

namespace gk::store {
class Database;
}

namespace gk::web {

struct ReadyCheck {
    std::string name;  // "database"
    // false or a Fault: not ready. Runs on a worker.
    std::function<bool()> is_ready;
};

// Ready while it can be read and the last write was acknowledged.
[[nodiscard]] ReadyCheck database_check(store::Database& database);

// GET /healthz: 200 "ok" from the I/O thread. GET /readyz: {"is_ready":…,"checks":{"database":…}},
// 503 where a check fails.
[[nodiscard]] std::vector<Route> health_routes(std::vector<ReadyCheck> checks);

}  // namespace gk::web
