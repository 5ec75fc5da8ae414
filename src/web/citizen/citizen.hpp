// The citizen's side: applying on line and following what becomes of it. Without scripts and
// without accounts; whoever has the link of a form or the query code of a case may do it.
#pragma once

#include <vector>

#include "web/citizen/desk.hpp"
#include "web/citizen/status.hpp"
#include "web/citizen/wizard.hpp"
#include "web/portal/site.hpp"
#include "web/route.hpp"
#include "web/static_files.hpp"

namespace gk::web::citizen {

class Citizen {
public:
    // `files` has those of the portal already; the own ones are added as /static/citizen/….
    // Services and site must outlive it.
    Citizen(CitizenServices services, const portal::SiteIdentity& site, StaticFiles& files);
    Citizen(const Citizen&) = delete;
    Citizen& operator=(const Citizen&) = delete;

    // It must outlive its routes.
    [[nodiscard]] std::vector<Route> routes() const;

private:
    page::Templates templates_;
    CitizenDesk desk_;
    Wizard wizard_;
    Status status_;
};

}  // namespace gk::web::citizen
