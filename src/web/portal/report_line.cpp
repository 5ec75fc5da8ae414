#include "web/portal/report_line.hpp"

#include "web/portal/paths.hpp"

namespace gk::web::portal {

std::string ReportLine::list_path(const SiteIdentity& site) const {
    const std::string own(paths::reports.path);
    return agency == site.agency ? own : "/agencies/" + agency + own;
}

std::string ReportLine::path(const SiteIdentity& site) const {
    return list_path(site) + "/" + std::to_string(year);
}

}  // namespace gk::web::portal
