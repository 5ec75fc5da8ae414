#include "web/citizen/citizen.hpp"

#include <algorithm>
#include <iterator>

#include "web/citizen/templates.hpp"
#include "web/portal/templates.hpp"

namespace gk::web::citizen {

namespace {

page::Templates compile(StaticFiles& files) {
    files.add("citizen", citizen_files(), "web_citizen/static/");
    return portal::compile_templates(files, {&portal::portal_files(), &citizen_files()});
}

}  // namespace

Citizen::Citizen(CitizenServices services, const portal::SiteIdentity& site, StaticFiles& files)
    : templates_(compile(files)),
      desk_{.services = std::move(services), .site = site, .templates = templates_},
      wizard_(desk_),
      status_(desk_) {}

std::vector<Route> Citizen::routes() const {
    auto routes = wizard_.routes();
    std::ranges::move(status_.routes(), std::back_inserter(routes));
    return routes;
}

}  // namespace gk::web::citizen
