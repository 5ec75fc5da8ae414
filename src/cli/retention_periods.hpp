// How long personal data is kept, as the configuration says.
#pragma once

#include "application/access/retention_service.hpp"
#include "cli/config.hpp"

namespace gk::cli {

[[nodiscard]] application::access::RetentionPeriods retention_periods(const Config& config);

}  // namespace gk::cli
