// The tables agencies and units.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "people/agency.hpp"
#include "store/transaction.hpp"

namespace gk::people {

// Returns the agency with its id. Throws store::Violation where the code is taken.
[[nodiscard]] Agency insert_agency(store::Transaction& transaction, Agency agency);

[[nodiscard]] std::optional<Agency> load_agency(store::Snapshot& snapshot, std::string_view code);
[[nodiscard]] std::optional<Agency> load_agency(store::Snapshot& snapshot, Id<Agency> id);

// All of them, by code.
[[nodiscard]] std::vector<Agency> load_agencies(store::Snapshot& snapshot);

}  // namespace gk::people
