// Everything that is served for the office: its API, the document of that, the workbench.
#pragma once

#include <vector>

#include "web/office/rows.hpp"

namespace gk::web::office {

// Every row of the API. The services must outlive them.
[[nodiscard]] std::vector<api::ApiRoute> office_rows(const OfficeServices& services);

// The rows of office_rows() as they are served, /api/v1/openapi.json and /office/.
[[nodiscard]] std::vector<Route> office_routes(const OfficeServices& services);

}  // namespace gk::web::office
