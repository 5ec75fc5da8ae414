// serve: the portal over HTTP, until SIGTERM or Ctrl-C.
#include <algorithm>
#include <ostream>
#include <thread>

#include <fmt/format.h>
#include <sys/resource.h>

#include "base/assert.hpp"
#include "base/log.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/errors.hpp"
#include "cli/print_error.hpp"
#include "store/database.hpp"
#include "web/application.hpp"
#include "web/health.hpp"
#include "web/http/trusted_proxies.hpp"
#include "web/run_server.hpp"
#include "web/security_headers.hpp"

namespace gk::cli {

namespace {

constexpr rlim_t files_beside_connections = 256;  // Database, log, files that are read.

log::Level level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return log::Level::debug;
        case LogLevel::info:
            return log::Level::info;
        case LogLevel::warning:
            return log::Level::warning;
        case LogLevel::error:
            return log::Level::error;
    }
    GK_ASSERT(!"a log level");
    return log::Level::info;
}

Result<web::ServerOptions> options_of(const ServerConfig& config) {
    for (const auto& network : config.trusted_proxies) {
        if (!web::TrustedProxies::is_network(network)) {
            return error(config_not_a_network, network);
        }
    }
    const auto threads = config.threads > 0 ? static_cast<unsigned>(config.threads)
                                            : std::max(1U, std::thread::hardware_concurrency());
    return web::ServerOptions{
        .address = config.address,
        .port = static_cast<std::uint16_t>(config.port),
        .io_threads = threads,
        .workers = 2 * threads,
        .connections_max = static_cast<std::size_t>(config.connections_max),
        .connections_per_client_max = static_cast<std::size_t>(config.connections_per_address_max),
        .drain_timeout = std::chrono::seconds(config.stop_seconds_max),
        .trusted_proxies = config.trusted_proxies,
        .common_headers = web::security_headers(),
    };
}

// As many open files as the connections need, as far as the system lets us.
void raise_file_limit(std::size_t connections) {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return;
    }
    const auto wanted = std::min<rlim_t>(connections + files_beside_connections, limit.rlim_max);
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

std::string shown_address(const std::string& address, std::uint16_t port) {
    const bool is_ipv6 = address.find(':') != std::string::npos;
    return is_ipv6 ? fmt::format("http://[{}]:{}", address, port)
                   : fmt::format("http://{}:{}", address, port);
}

// A change of the data, whichever process made it, makes the kept pages stale.
class ChangeWatch {
public:
    ChangeWatch(store::Database& database, web::PageCache& pages)
        : database_(database), pages_(pages), mark_(database.change_mark()) {}

    void look() {
        if (auto mark = database_.change_mark(); mark != mark_) {
            mark_ = std::move(mark);
            pages_.invalidate_all();
        }
    }

private:
    store::Database& database_;
    web::PageCache& pages_;
    std::string mark_;
};

Exit run_serve(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto config = context.config();
    if (!config) {
        return fail(config.error(), streams);
    }
    const auto& values = (*config)->values;
    auto options = options_of(values.server);
    if (!options) {
        return fail(options.error(), streams);
    }
    const auto database = context.database();
    if (!database) {
        return fail(database.error(), streams);
    }
    log::set_level(level_of(values.log.level));
    raise_file_limit(options->connections_max);
    const web::StopSignal stop;
    const auto is_database_ready = [database = *database] {
        database->read([](store::Snapshot&) {});
        return !database->trouble().has_value();
    };
    web::Application application(
        web::health_routes({{.name = "database", .is_ready = is_database_ready}}), {});
    ChangeWatch watch(**database, application.pages());
    web::Server server(*std::move(options), application);
    const auto on_ready = [&](std::uint16_t port) {
        streams.out << fmt::format("gongkai 已启动：{}\n",
                                   shown_address(values.server.address, port))
                    << std::flush;
    };
    const bool is_finished =
        run_server(server, web::ServiceManager::from_environment(), stop,
                   {.on_ready = on_ready, .on_tick = [&watch] { watch.look(); }});
    return is_finished ? Exit::ok : Exit::failed;
}

constexpr Command rows[] = {
    {.name = "serve",
     .summary = "启动网站",
     .description = "在配置的地址和端口上提供网页服务，直到收到 SIGTERM 或者按下 Ctrl-C；"
                    "停止时先等正在处理的请求结束。数据库结构与程序不符时不启动。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = run_serve},
};

}  // namespace

std::span<const Command> serve_commands() {
    return rows;
}

}  // namespace gk::cli
