#include "web/portal/report_list_page.hpp"

namespace gk::web::portal {

std::string report_list_page(const Viewing& viewing, std::string_view agency_name,
                             const std::vector<ReportLine>& reports) {
    Frame frame(viewing, {.title = "政府信息公开年报", .column = paths::reports},
                "report_list.html");
    frame.body().set("AGENCY_NAME", agency_name);
    if (reports.empty()) {
        frame.body().show("NO_REPORTS");
        return frame.render();
    }
    auto list = frame.body().add("LIST");
    list.set("COUNT", static_cast<long>(reports.size()));
    for (const auto& report : reports) {
        auto line = list.add("LINE");
        line.set("TITLE", report.title).set("YEAR", report.year).set_any("FORM", report.form);
        line.set("DATE", report.published_on.iso());
        line.set("URL", viewing.link(report.path(viewing.site)));
    }
    return frame.render();
}

}  // namespace gk::web::portal
