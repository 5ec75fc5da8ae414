#include "web/portal/portal.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "people/service.hpp"
#include "report/export.hpp"
#include "report/service.hpp"
#include "web/errors.hpp"
#include "web/portal/disclosure_class.hpp"
#include "web/portal/error_page.hpp"
#include "web/portal/home.hpp"
#include "web/portal/page_answer.hpp"
#include "web/portal/published_reports.hpp"
#include "web/portal/report_list_page.hpp"
#include "web/portal/report_page.hpp"
#include "web/portal/search_page.hpp"
#include "web/portal/site_store.hpp"
#include "web/portal/templates.hpp"

namespace gk::web::portal {

namespace {

constexpr std::string_view static_folder = "web_portal/static/";
constexpr std::string_view query_parameter = "q";

page::Templates compile(StaticFiles& files) {
    files.add("portal", portal_files(), static_folder);
    return compile_templates(files, {&portal_files()});
}

// What the database knows of the agency. One that is not registered is shown by what was given.
SiteIdentity completed(SiteIdentity site, store::Database& database) {
    const auto agencies = people::list_agencies(database);
    if (site.agency.empty() && agencies.size() == 1) {
        site.agency = agencies.front().code;
    }
    const auto own = std::ranges::find(agencies, site.agency, &people::Agency::code);
    if (own == agencies.end()) {
        site.agency_name = site.agency_name.empty() ? "本机关" : site.agency_name;
        return site;
    }
    site.agency_name = own->name;
    site.level = own->level;
    const auto parent = std::ranges::find_if(
        agencies, [own](const people::Agency& other) { return own->parent == other.id; });
    if (site.parent_name.empty() && parent != agencies.end()) {
        site.parent_name = parent->name;
    }
    return site;
}

// The path of a file of a report, below that of its agency and year.
std::string file_path(const ReportLine& line, report::ExportKind kind) {
    return "/agencies/" + line.agency + std::string(paths::reports.path) + "/" +
           std::to_string(line.year) + "/files/" + std::string(report::key(kind));
}

// Every form but the page itself.
bool is_offered(report::ExportKind kind) {
    return kind != report::ExportKind::html;
}

std::vector<Download> downloads_of(const ReportLine& line) {
    std::vector<Download> downloads;
    for (const auto kind : report::export_kinds) {
        if (is_offered(kind)) {
            downloads.push_back({report::label(kind), file_path(line, kind)});
        }
    }
    return downloads;
}

}  // namespace

Portal::Portal(PortalServices services, SiteIdentity site, StaticFiles& files)
    : services_(std::move(services)),
      site_(completed(std::move(site), services_.database)),
      templates_(compile(files)),
      check_desk_(std::make_unique<ReportCheckDesk>(services_.clock)) {}

std::string Portal::error_page(const ErrorView& view) const {
    return portal::error_page({.templates = templates_, .site = site_, .path = "/"}, view);
}

SiteIdentity Portal::site_now() const {
    return overlaid(site_, services_.database.read([this](store::Snapshot& snapshot) {
        return load_site(snapshot, site_.agency);
    }));
}

Viewing Portal::viewing(const Request& request) const {
    return {.templates = templates_,
            .site = site_now(),
            .is_large = find(request.query, large_parameter) == large_value,
            .path = request.path};
}

Response Portal::home(const Request& request) const {
    HomeView view{.reports = published_reports(services_.database, site_.agency),
                  .latest = {},
                  .classes = disclosure_classes(site_.level, services_.clock.today())};
    if (!view.reports.empty()) {
        auto latest = report::find_report(
            services_.database,
            {.agency_code = site_.agency, .report_year = view.reports.front().year},
            people::everyone());
        if (latest) {
            view.latest = std::move(latest->report);
        }
    }
    return page_answer(home_page(viewing(request), view));
}

Response Portal::search(const Request& request) const {
    auto viewed = viewing(request);
    viewed.query = find(request.query, query_parameter).value_or("");
    return page_answer(search_page(viewed, published_reports(services_.database, {})));
}

Result<Response> Portal::report_list(const Request& request, const std::string& agency) const {
    GK_TRY(const auto found, people::find_agency(services_.database, agency));
    return page_answer(report_list_page(viewing(request), found.name,
                                        published_reports(services_.database, agency)));
}

Result<Portal::Found> Portal::find_published(std::string_view year_text,
                                             const std::string& agency) const {
    const auto year = text::year_number(year_text);
    if (!year) {
        return error(not_found);
    }
    GK_TRY(auto stored,
           report::find_report(services_.database, {.agency_code = agency, .report_year = *year},
                               people::everyone()));
    auto lines = published_reports(services_.database, agency);
    const auto line = std::ranges::find(lines, *year, &ReportLine::year);
    if (line == lines.end()) {
        return error(not_found);
    }
    return Found{std::move(stored), *line, std::move(lines)};  // In this order: braces keep it.
}

Result<Response> Portal::report(const Request& request, const std::string& agency) const {
    GK_TRY(const auto found, find_published(request.argument("year"), agency));
    return page_answer(report_page(viewing(request), {.line = found.line,
                                                      .report = found.stored.report,
                                                      .check = found.stored.check,
                                                      .downloads = downloads_of(found.line),
                                                      .years = found.lines}));
}

Result<Response> Portal::report_file(const Request& request) const {
    const auto kind = report::export_kind_of(request.argument("format"));
    if (!kind || !is_offered(*kind)) {
        return error(not_found);
    }
    const std::string agency(request.argument("agency"));
    GK_TRY(const auto found, find_published(request.argument("year"), agency));
    Response response;
    response.body = report::export_report(found.stored.report, *kind,
                                          {.agency_name = found.line.agency_name,
                                           .made_at = found.stored.published_at.value_or(Moment()),
                                           .fonts = {.folder = services_.font_folder}});
    response.headers.set("Content-Type", std::string(report::media_type(*kind)));
    response.headers.set("Content-Disposition", "attachment; filename=\"" + agency +
                                                    "-annual-report-" +
                                                    std::to_string(found.line.year) + "." +
                                                    std::string(report::key(*kind)) + "\"");
    return response;
}

}  // namespace gk::web::portal
