// A published report as a line of a list.
#pragma once

#include <string>

#include "base/date.hpp"
#include "web/portal/site.hpp"

namespace gk::web::portal {

struct ReportLine {
    std::string agency;  // Its slug.
    std::string agency_name;
    int year = 0;
    std::string title;
    std::string form;  // "国办公开办函〔2021〕30号"; empty where it has no statutory tables.
    Date published_on;

    // The site's own agency has the short addresses.
    [[nodiscard]] std::string path(const SiteIdentity& site) const;
    // All reports of the same agency.
    [[nodiscard]] std::string list_path(const SiteIdentity& site) const;
};

}  // namespace gk::web::portal
