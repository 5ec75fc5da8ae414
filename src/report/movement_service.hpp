// Which cases are counted otherwise now than at an earlier moment: derived from their acts up to
// then, for the cases in which anything was done since.
#pragma once

#include <vector>

#include "report/compute_service.hpp"

namespace gk::report {

[[nodiscard]] std::vector<CaseMovement> movements_since(store::Snapshot& snapshot,
                                                        const ComputeDesk& desk, ReportKey key,
                                                        law::ReportFormat format, RemedyScope scope,
                                                        Moment moment, Moment now);

}  // namespace gk::report
