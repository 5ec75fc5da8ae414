#include "web/citizen/case_frame.hpp"

namespace gk::web::citizen {

portal::Frame case_frame(const portal::Viewing& viewing, std::string title, std::string here,
                         std::string_view file) {
    portal::Frame frame(viewing,
                        {.title = std::move(title),
                         .column = portal::paths::applications,
                         .crumbs = {{"依申请公开", std::string(portal::paths::applications.path)}},
                         .here = std::move(here)},
                        file);
    frame.shell().show("FORM_STYLE").show("CITIZEN_STYLE");
    return frame;
}

void fill_office(page::Values& body, const portal::DisclosureOffice& office) {
    body.set_any("CASE_OFFICE", office.name).set_any("CASE_ADDRESS", office.address);
    body.set_any("CASE_TELEPHONE", office.telephone);
}

std::string title_of(std::string_view title, const std::vector<Problem>& problems) {
    return (problems.empty() ? "" : "错误：") + std::string(title);
}

}  // namespace gk::web::citizen
