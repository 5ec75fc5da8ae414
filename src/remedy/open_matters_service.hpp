// What an agency has open in both trades: it stands in the way of its end.
#pragma once

#include "people/agency_end_service.hpp"
#include "store/transaction.hpp"

namespace gk::remedy {

[[nodiscard]] people::OpenMatters count_open_matters(store::Snapshot& snapshot,
                                                     Id<people::Agency> agency);

}  // namespace gk::remedy
