// The home page: the cover, the four columns of the norm with the application beside them, what
// was published last, the classes of arts 20 and 21 with their counts, the figures of the last
// report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "report/annual_report.hpp"
#include "web/portal/frame.hpp"

namespace gk::web::portal {

// A published report in a list.
struct ReportLine {
    std::string agency;  // Its slug.
    std::string agency_name;
    int year = 0;
    std::string title;
    std::string format_label;  // "国办公开办函〔2021〕30号"; empty where it has no tables.
    Date published_on;

    [[nodiscard]] std::string path(const Site& site) const;
};

// A class of information that arts 20 and 21 name.
struct DisclosureClass {
    std::string anchor;  // "article-20-1"
    std::string name;
    long count = 0;
};

struct HomeView {
    std::vector<ReportLine> reports;             // Of the site's own agency, newest year first.
    std::optional<report::AnnualReport> latest;  // The first of them.
    std::vector<DisclosureClass> classes;
};

[[nodiscard]] std::string home_page(const Viewing& viewing, const HomeView& view);

}  // namespace gk::web::portal
