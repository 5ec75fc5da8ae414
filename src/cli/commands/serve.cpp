// serve: the portal over HTTP, until SIGTERM or Ctrl-C.
#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <optional>
#include <ostream>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include "application/access/telling_service.hpp"
#include "base/log.hpp"
#include "base/repeating_thread.hpp"
#include "base/text.hpp"
#include "calendar/live_calendar_service.hpp"
#include "cli/account_desk.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/errors.hpp"
#include "cli/notify_parts.hpp"
#include "cli/print_error.hpp"
#include "cli/retention_periods.hpp"
#include "document/file_store.hpp"
#include "people/live_key_ring.hpp"
#include "people/service.hpp"
#include "remedy/daily_round_service.hpp"
#include "retention/retention_service.hpp"
#include "store/database.hpp"
#include "web/application.hpp"
#include "web/citizen/citizen.hpp"
#include "web/health.hpp"
#include "web/http/trusted_proxies.hpp"
#include "web/office/identity_service.hpp"
#include "web/office/routes.hpp"
#include "web/office/session_source.hpp"
#include "web/portal/portal.hpp"
#include "web/portal/public_mark.hpp"
#include "web/run_server.hpp"
#include "web/security_headers.hpp"

namespace gk::cli {

namespace {

// Nothing where the configuration leaves it to `gongkai notify run`.
std::unique_ptr<RepeatingThread> start_runner(const NotifyParts& parts, const NotifyConfig& config,
                                              const Clock& clock) {
    if (config.pause_seconds == 0) {
        return nullptr;
    }
    return std::make_unique<RepeatingThread>(
        "notify", [&] { notify::run_and_log(parts.runner, clock.now()); },
        std::chrono::seconds(config.pause_seconds));
}

constexpr rlim_t files_beside_connections = 256;  // Database, log, files that are read.

// Two for each processor, and in any case more than can wait for a password to be hashed: a flood
// of those leaves workers to the pages.
unsigned workers_by_default(unsigned processors, const SignInConfig& sign_in) {
    constexpr unsigned workers_left = 2;
    const auto hashing = hashing_limits(sign_in);
    return std::max(2 * processors, hashing.at_once + hashing.waiting_max + workers_left);
}

Result<web::ServerOptions> options_of(const LoadedConfig& loaded) {
    const auto& config = loaded.values.server;
    const auto& sign_in = loaded.values.sign_in;
    for (const auto& network : config.trusted_proxies) {
        if (!web::TrustedProxies::is_network(network)) {
            return error(config_not_a_network, network,
                         loaded.origins.at("server.trusted_proxies"));
        }
    }
    const auto processors = std::max(1U, std::thread::hardware_concurrency());
    const auto or_default = [](int chosen, unsigned otherwise) {
        return chosen > 0 ? static_cast<unsigned>(chosen) : otherwise;
    };
    return web::ServerOptions{
        .address = config.address,
        .port = static_cast<std::uint16_t>(config.port),
        .io_threads = or_default(config.io_threads, processors),
        .workers = or_default(config.workers, workers_by_default(processors, sign_in)),
        .queued_max = static_cast<std::size_t>(config.queued_max),
        .connections_max = static_cast<std::size_t>(config.connections_max),
        .connections_per_client_max = static_cast<std::size_t>(config.connections_per_client_max),
        .body_memory_max = static_cast<std::size_t>(config.body_memory_mb) << 20U,
        .drain_timeout = std::chrono::seconds(config.drain_seconds_max),
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

// The agency that the configuration names, else the only one there is.
Result<std::string> site_agency(const SiteConfig& config, store::Database& database) {
    if (!config.agency.empty()) {
        return config.agency;
    }
    std::vector<std::string> codes;
    for (const auto& agency : people::list_agencies(database)) {
        codes.push_back(agency.code);
    }
    if (codes.size() != 1) {
        const auto known = codes.empty() ? "还没有" : text::join(codes, "、");
        return error(config_site_agency_missing, known);
    }
    return codes.front();
}

web::portal::SiteIdentity site_of(const SiteConfig& config, std::string agency) {
    web::portal::SiteIdentity site;
    site.agency = std::move(agency);
    site.name = config.name;
    site.domain = config.domain;
    site.code = config.code;
    site.icp_record = config.icp_record;
    site.police_record = config.police_record;
    site.parent_name = config.parent_name;
    site.parent_url = config.parent_url;
    site.demo_note = config.demo_note;
    site.office = {.name = config.office_name,
                   .address = config.office_address,
                   .postcode = config.office_postcode,
                   .hours = config.office_hours,
                   .telephone = config.office_telephone,
                   .fax = config.office_fax,
                   .internet = config.office_internet};
    return site;
}

// A change of the data, whichever process made it: one of what the public sees makes the kept pages
// stale, and it may be a calendar.
class ChangeWatch {
public:
    ChangeWatch(store::Database& database, web::PageCache& pages, calendar::LiveCalendar& calendar)
        : database_(database),
          pages_(pages),
          calendar_(calendar),
          mark_(database.change_mark()),
          public_mark_(web::portal::public_mark(database)) {}

    void look() {
        if (auto mark = database_.change_mark(); mark != mark_) {
            mark_ = std::move(mark);
            if (auto seen = web::portal::public_mark(database_); seen != public_mark_) {
                public_mark_ = std::move(seen);
                pages_.invalidate_all();
            }
            if (const auto refreshed = calendar_.refresh(); !refreshed) {
                log::write(log::Level::error, "calendar_refused",
                           {{"cause", refreshed.error().first().message}});
            }
        }
    }

private:
    store::Database& database_;
    web::PageCache& pages_;
    calendar::LiveCalendar& calendar_;
    std::string mark_;
    std::string public_mark_;
};

// What happens to cases by itself: applicants are told of what was done, days pass.
class CaseRounds {
public:
    CaseRounds(const calendar::LiveCalendar& calendar, people::LiveKeyRing& keys,
               store::Database& database, const Clock& clock, const Config& config)
        : calendar_(calendar), keys_(keys), database_(database), clock_(clock), config_(config) {}

    void look() {
        const auto ring = keys_.current();
        if (!ring) {
            return;
        }
        const application::Desk desk{
            .database = database_, .ring = **ring, .calendar = calendar_.current()};
        application::access::tell_applicants(desk, clock_.now());
        daily_.look(desk, clock_.now());
        delete_outdated(**ring);
    }

private:
    void delete_outdated(const people::KeyRing& ring) {
        const document::FileStore files(document::files_folder(config_.data.folder), ring);
        const auto done = retention::run_daily_retention(
            {.database = database_, .files = files, .periods = retention_periods(config_)},
            people::operator_named("cli:serve"), clock_.now());
        if (done && *done) {
            log::write(log::Level::info, "retention",
                       {{"applicants", (*done)->applicants}, {"files", (*done)->files}});
        }
    }

    const calendar::LiveCalendar& calendar_;
    people::LiveKeyRing& keys_;
    store::Database& database_;
    const Clock& clock_;
    const Config& config_;
    remedy::DailyRounds daily_{people::operator_named("cli:serve")};
};

std::vector<web::Route> routes_of(const web::office::OfficeServices& office,
                                  const web::StaticFiles& files,
                                  const web::portal::Portal& portal) {
    auto routes = web::health_routes({web::database_check(office.database)});
    std::ranges::move(files.routes(), std::back_inserter(routes));
    std::ranges::move(portal.routes(), std::back_inserter(routes));
    std::ranges::move(web::office::office_routes(office), std::back_inserter(routes));
    return routes;
}

std::unique_ptr<web::office::IdentityService> identity_of(const IdentityConfig& config) {
    return config.issuer.empty()
               ? nullptr
               : web::office::make_identity_service({.issuer = config.issuer,
                                                     .client_id = config.client_id,
                                                     .client_secret = config.client_secret,
                                                     .return_url = config.return_url});
}

Result<Exit> serve(const Config& config, web::ServerOptions options, store::Database& database,
                   NotifyParts& notify, const Clock& clock, std::ostream& out) {
    GK_TRY(auto agency, site_agency(config.site, database));
    log::set_level(config.log.level);
    raise_file_limit(options.connections_max);
    const web::StopSignal stop;
    web::StaticFiles files;
    people::LiveKeyRing keys(config.data.folder / "keys");
    auto& calendar = *notify.calendar;
    auto site = site_of(config.site, std::move(agency));
    // Without keys nothing personal can be kept, so nothing is taken.
    site.takes_applications = keys.current().has_value();
    const web::portal::Portal portal(
        {.database = database, .clock = clock, .font_folder = config.fonts.folder.string()},
        std::move(site), files);
    std::optional<web::citizen::Citizen> citizen;
    if (portal.site().takes_applications) {
        citizen.emplace(
            web::citizen::CitizenServices{
                .database = database,
                .clock = clock,
                .calendar = calendar,
                .keys = keys,
                .files = document::files_folder(config.data.folder),
                .forms_kept_for = std::chrono::days(config.retention.form_days),
                .identity_kept_for = std::chrono::days(config.retention.identity_days)},
            portal.site(), files);
    }
    people::PasswordHasher hasher(hashing_limits(config.sign_in));
    const people::AccountDesk desk{.database = database,
                                   .hasher = hasher,
                                   .keys = config.data.folder / "keys",
                                   .settings = sign_in_settings(config.sign_in)};
    const auto identity = identity_of(config.identity);
    const web::office::OfficeServices office{.database = database,
                                             .clock = clock,
                                             .sessions = web::office::session_source(database),
                                             .keys = keys,
                                             .calendar = calendar,
                                             .accounts = &desk,
                                             .identity = identity.get(),
                                             .data_folder = config.data.folder,
                                             .font_folder = config.fonts.folder.string(),
                                             .seal = {.words = config.seal.command},
                                             .gateway = notify.gateway.get()};
    auto routes = routes_of(office, files, portal);
    if (citizen) {
        std::ranges::move(citizen->routes(), std::back_inserter(routes));
    }
    web::Application application(std::move(routes), [&portal](const web::ErrorView& view) {
        return portal.error_page(view);
    });
    ChangeWatch watch(database, application.pages(), calendar);
    CaseRounds rounds(calendar, keys, database, clock, config);
    web::Server server(std::move(options), application);
    const auto on_ready = [&](std::uint16_t port) {
        out << fmt::format("gongkai 已启动：{}\n", shown_address(config.server.address, port))
            << std::flush;
    };
    const auto runner = start_runner(notify, config.notify, clock);
    const RepeatingThread cases("case_rounds", [&] { rounds.look(); }, std::chrono::minutes(1));
    const bool is_finished = run_server(server, web::ServiceManager::from_environment(), stop,
                                        {.on_ready = on_ready, .on_tick = [&] { watch.look(); }});
    return is_finished ? Exit::ok : Exit::failed;
}

Exit run_serve(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto config = context.config();
    if (!config) {
        return fail(config.error(), streams);
    }
    const auto& values = (*config)->values;
    auto options = options_of(**config);
    if (!options) {
        return fail(options.error(), streams);
    }
    const auto database = context.database();
    if (!database) {
        return fail(database.error(), streams);
    }
    auto notify = notify_parts(context);
    if (!notify) {
        return fail(notify.error(), streams);
    }
    const auto exit =
        serve(values, *std::move(options), **database, *notify, context.clock(), streams.out);
    return exit ? *exit : fail(exit.error(), streams);
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
