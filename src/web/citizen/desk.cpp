#include "web/citizen/desk.hpp"

#include "web/citizen/paths.hpp"
#include "web/error_answer.hpp"
#include "web/portal/error_page.hpp"
#include "web/portal/page_answer.hpp"
#include "web/portal/site_store.hpp"

namespace gk::web::citizen {

portal::Viewing CitizenDesk::viewing(const Request& request) const {
    portal::Viewing viewing{
        .templates = templates,
        .site = site,
        .is_large = find(request.query, portal::large_parameter) == portal::large_value,
        .path = request.path};
    for (const auto name : {paths::form_parameter, paths::back_parameter}) {
        if (const auto value = find(request.query, name)) {
            viewing.asked.emplace_back(name, *value);
        }
    }
    return viewing;
}

application::started::FormKeeping CitizenDesk::keeping(const people::KeyRing& ring) const {
    return {.database = services.database, .ring = ring, .kept_for = services.forms_kept_for};
}

application::Desk CitizenDesk::cases(const people::KeyRing& ring) const {
    return {.database = services.database, .ring = ring, .calendar = services.calendar};
}

portal::DisclosureOffice CitizenDesk::office_of(std::string_view agency_code) const {
    if (agency_code.empty() || agency_code == site.agency) {
        return site.office;
    }
    return services.database.read([&](store::Snapshot& snapshot) {
        return portal::load_site(snapshot, agency_code).site.office;
    });
}

Response see_other(std::string path) {
    constexpr int see_other_status = 303;
    Response response;
    response.status = see_other_status;
    response.headers.set("Location", std::move(path));
    return response;
}

Response refusal_page(const portal::Viewing& viewing, const Error& error) {
    constexpr int too_many_requests = 429;
    auto answer = portal::page_answer(portal::error_page(viewing, {.status = too_many_requests,
                                                                   .kind = key(error.kind()),
                                                                   .title = "请稍后再试",
                                                                   .problems = error.problems(),
                                                                   .path = viewing.path,
                                                                   .request_id = {}}));
    answer.status = too_many_requests;
    return answer;
}

}  // namespace gk::web::citizen
