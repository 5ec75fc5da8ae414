// How long personal data is kept, as the configuration says.
#pragma once

#include "cli/config.hpp"
#include "retention/retention_service.hpp"

namespace gk::cli {

[[nodiscard]] retention::RetentionPeriods retention_periods(const Config& config);

}  // namespace gk::cli
