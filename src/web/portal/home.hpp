// The home page: the cover, the four columns of the norm with the application beside them, what
// was published last, the classes of arts 20 and 21 with their counts, the figures of the last
// report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/annual_report.hpp"
#include "web/portal/disclosure_class.hpp"
#include "web/portal/frame.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

struct HomeView {
    std::vector<ReportLine> reports;             // Of the site's own agency, newest year first.
    std::optional<report::AnnualReport> latest;  // The first of them.
    std::vector<DisclosureClass> classes;
};

[[nodiscard]] std::string home_page(const Viewing& viewing, const HomeView& view);

}  // namespace gk::web::portal
