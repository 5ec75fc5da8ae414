#include "web/health.hpp"

#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/log.hpp"
#include "store/database.hpp"

namespace gk::web {

namespace {

bool passes(const ReadyCheck& check) {
    try {
        return check.is_ready();
    } catch (const Fault& fault) {
        log::write(log::Level::error, "not_ready",
                   {{"check", check.name}, {"cause", fault.what()}});
        return false;
    }
}

Response run(const std::vector<ReadyCheck>& checks) {
    bool is_ready = true;
    boost::json::object results;
    for (const auto& check : checks) {
        const bool has_passed = passes(check);
        results[check.name] = has_passed;
        is_ready &= has_passed;
    }
    boost::json::object body;
    body["is_ready"] = is_ready;
    body["checks"] = std::move(results);
    Response response;
    response.status = is_ready ? 200 : 503;
    response.headers.set("Content-Type", "application/json");
    response.headers.set("Cache-Control", "no-store");
    response.body = boost::json::serialize(body);
    return response;
}

Response alive(const Request& /*request*/) {
    Response response;
    response.headers.set("Content-Type", "text/plain; charset=utf-8");
    response.headers.set("Cache-Control", "no-store");
    response.body = "ok\n";
    return response;
}

}  // namespace

ReadyCheck database_check(store::Database& database) {
    return {.name = "database", .is_ready = [&database] {
                database.read([](store::Snapshot&) {});
                return !database.trouble().has_value();
            }};
}

std::vector<Route> health_routes(std::vector<ReadyCheck> checks) {
    return {{.method = Method::get,
             .pattern = "/healthz",
             .permission = people::Permission::everyone,
             .audience = Audience::api,
             .limits = {},
             .handler = alive,
             .runs = Runs::on_io_thread},
            {.method = Method::get,
             .pattern = "/readyz",
             .permission = people::Permission::everyone,
             .audience = Audience::api,
             .limits = {},
             .handler = [checks = std::move(checks)](const Request&) { return run(checks); }}};
}

}  // namespace gk::web
