// What a unit has open: it stands in the way of its end.
#pragma once

#include "people/agency_service.hpp"
#include "store/transaction.hpp"

namespace gk::application {

[[nodiscard]] people::UnitMatters count_unit_matters(store::Snapshot& snapshot,
                                                     Id<people::Agency> agency,
                                                     std::string_view unit);

}  // namespace gk::application
