// The route table of the portal.
#include <functional>

#include "web/portal/content_pages.hpp"
#include "web/portal/disclosure_class.hpp"
#include "web/portal/page_answer.hpp"
#include "web/portal/portal.hpp"
#include "web/portal/published_reports.hpp"

namespace gk::web::portal {

namespace {

Route page_route(std::string_view pattern, Caching caching, Handler handler) {
    return {.method = Method::get,
            .pattern = std::string(pattern),
            .permission = people::Permission::everyone,
            .audience = Audience::page,
            .limits = {},
            .handler = std::move(handler),
            .caching = caching,
            .variants = {std::string(large_parameter)}};
}

}  // namespace

std::vector<Route> Portal::routes() const {
    auto routes = fixed_routes();
    auto of_reports = report_routes();
    std::ranges::move(of_reports, std::back_inserter(routes));
    auto of_tools = tool_routes();
    std::ranges::move(of_tools, std::back_inserter(routes));
    return routes;
}

// What depends on the day as well as on the data is made each time.
std::vector<Route> Portal::fixed_routes() const {
    const auto classes = [this] {
        return disclosure_classes(site_.level, services_.clock.today());
    };
    const auto page = [this](const FixedPath& path, Caching caching, auto make) {
        return page_route(path.path, caching, [this, make](const Request& request) {
            return Result<Response>(page_answer(make(viewing(request))));
        });
    };
    return {
        page_route(paths::home.path, Caching::until_commit,
                   [this](const Request& request) { return home(request); }),
        page(paths::guide, Caching::none,
             [classes](const Viewing& viewed) { return guide_page(viewed, classes().size()); }),
        page(paths::rules, Caching::none,
             [this](const Viewing& viewed) { return rules_page(viewed, services_.clock.today()); }),
        page(paths::statutory, Caching::none,
             [classes](const Viewing& viewed) { return statutory_page(viewed, classes()); }),
        page(paths::applications, Caching::until_commit, applications_page),
        page_route(paths::search.path, Caching::none,
                   [this](const Request& request) { return search(request); }),
        page(paths::site_map, Caching::until_commit,
             [this](const Viewing& viewed) {
                 return site_map_page(viewed, published_reports(services_.database, site_.agency));
             }),
        page(paths::accessibility, Caching::until_commit, accessibility_page),
        page(paths::help, Caching::until_commit, help_page),
    };
}

std::vector<Route> Portal::report_routes() const {
    const std::string own(paths::reports.path);
    const auto of_agency = "/agencies/{agency}" + own;
    const auto agency_of = [](const Request& request) {
        return std::string(request.argument("agency"));
    };
    std::vector<Route> routes;
    const auto add = [&](const std::string& pattern, Handler handler) {
        routes.push_back(page_route(pattern, Caching::until_commit, std::move(handler)));
    };
    add(own, [this](const Request& request) { return report_list(request, site_.agency); });
    add(own + "/{year}", [this](const Request& request) { return report(request, site_.agency); });
    add(of_agency, [this, agency_of](const Request& request) {
        return report_list(request, agency_of(request));
    });
    add(of_agency + "/{year}",
        [this, agency_of](const Request& request) { return report(request, agency_of(request)); });
    add(of_agency + "/{year}/files/{format}",
        [this](const Request& request) { return report_file(request); });
    return routes;
}

std::vector<Route> Portal::tool_routes() const {
    auto comparing = page_route(paths::compare.path, Caching::until_commit,
                                [this](const Request& request) { return compare(request); });
    comparing.variants.insert(comparing.variants.end(), {"a", "b"});
    auto upload = page_route(paths::report_check.path, Caching::none,
                             [this](const Request& request) { return check_upload(request); });
    upload.method = Method::post;
    upload.limits.body_bytes_max = ReportCheckDesk::body_bytes_max;
    return {comparing,
            page_route(paths::report_check.path, Caching::until_commit,
                       [this](const Request& request) { return check_form(request); }),
            upload};
}

}  // namespace gk::web::portal
