// A site and its templates for the tests of the pages.
#pragma once

#include <string>
#include <vector>

#include "web/portal/frame.hpp"
#include "web/portal/templates.hpp"

namespace gk::web::portal {

inline const page::Templates& test_templates() {
    static const page::Templates templates(portal_files().all());
    return templates;
}

inline SiteIdentity test_site() {
    SiteIdentity site;
    site.agency = "lihe";
    site.agency_name = "礼和镇人民政府";
    site.office.name = "礼和镇党政办公室";
    site.office.telephone = "000-0000000";
    return site;
}

inline Viewing viewing_of(const SiteIdentity& site, std::string path) {
    return {.templates = test_templates(), .site = site, .path = std::move(path)};
}

// The values of every href in the page that begin with a slash, static files left out.
inline std::vector<std::string> own_links(const std::string& html) {
    constexpr std::string_view start = "href=\"/";
    std::vector<std::string> links;
    for (auto at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
        const auto begin = at + start.size() - 1;
        auto link = html.substr(begin, html.find('"', begin) - begin);
        if (!link.starts_with("/static/")) {
            links.push_back(std::move(link));
        }
    }
    return links;
}

}  // namespace gk::web::portal
