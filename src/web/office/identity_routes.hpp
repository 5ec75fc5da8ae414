// The way to the identity service and back, as a browser goes it. Not rows of the API: their
// answers send the browser on.
#pragma once

#include <vector>

#include "web/office/office_services.hpp"
#include "web/route.hpp"

namespace gk::web::office {

// GET /office/identity and GET /office/identity/return; not found where no service is configured.
[[nodiscard]] std::vector<Route> identity_routes(const OfficeServices& services);

}  // namespace gk::web::office
