// The portal: its routes, its error page, the site they speak for. Everything here may be seen by
// everybody; what is not published does not exist.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "report/stored_report.hpp"
#include "store/database.hpp"
#include "web/error_answer.hpp"
#include "web/page/template.hpp"
#include "web/portal/frame.hpp"
#include "web/portal/report_check_desk.hpp"
#include "web/portal/report_line.hpp"
#include "web/portal/site.hpp"
#include "web/route.hpp"
#include "web/static_files.hpp"

namespace gk::web::portal {

struct PortalServices {
    store::Database& database;
    const Clock& clock;
    std::string font_folder;  // Of the operator, for PDF; empty for none.
};

class Portal {
public:
    // `site` needs the slug of its agency; its names and level are read from the database. Its
    // styles and icons are added to `files` as /static/portal/…. The services must outlive it.
    Portal(PortalServices services, SiteIdentity site, StaticFiles& files);

    // The portal must outlive its routes.
    [[nodiscard]] std::vector<Route> routes() const;
    [[nodiscard]] std::string error_page(const ErrorView& view) const;

    // With what the database knows of it.
    [[nodiscard]] const SiteIdentity& site() const { return site_; }

private:
    // A published report with those of the other years.
    struct Found {
        report::StoredReport stored;
        ReportLine line;
        std::vector<ReportLine> lines;
    };

    // As it is now: what was laid down in the workbench goes before the configuration.
    [[nodiscard]] SiteIdentity site_now() const;
    [[nodiscard]] Viewing viewing(const Request& request) const;
    [[nodiscard]] Response home(const Request& request) const;
    [[nodiscard]] Response search(const Request& request) const;
    [[nodiscard]] Result<Response> report_list(const Request& request,
                                               const std::string& agency) const;
    [[nodiscard]] Result<Response> report(const Request& request, const std::string& agency) const;
    [[nodiscard]] Result<Response> report_file(const Request& request) const;
    [[nodiscard]] Response compare(const Request& request) const;
    [[nodiscard]] Response check_form(const Request& request) const;
    [[nodiscard]] Response check_upload(const Request& request) const;
    [[nodiscard]] Result<Found> find_published(std::string_view year,
                                               const std::string& agency) const;
    // "2023" of the site's own agency, or "tianjia:2023". A problem names the field.
    [[nodiscard]] Result<Found> find_chosen(std::string_view choice, std::string_view field) const;
    [[nodiscard]] std::vector<Route> fixed_routes() const;
    [[nodiscard]] std::vector<Route> report_routes() const;
    [[nodiscard]] std::vector<Route> tool_routes() const;

    PortalServices services_;
    SiteIdentity site_;
    page::Templates templates_;
    std::unique_ptr<ReportCheckDesk> check_desk_;
};

}  // namespace gk::web::portal
