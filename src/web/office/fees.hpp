// The processing fee of a case: what its notice may charge. A row of its own file among those of
// the case.
#pragma once

#include "web/api/api_route.hpp"
#include "web/office/office_services.hpp"

namespace gk::web::office {

[[nodiscard]] api::ApiRoute fee_row(const OfficeServices& services);

}  // namespace gk::web::office
