// The tables agencies, agency_acts and units.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "people/agency.hpp"
#include "people/agency_act.hpp"
#include "store/transaction.hpp"

namespace gk::people {

// Returns the agency with its id. Throws store::Violation where the code is taken.
[[nodiscard]] Agency insert_agency(store::Transaction& transaction, Agency agency);

[[nodiscard]] std::optional<Agency> load_agency(store::Snapshot& snapshot, std::string_view code);
[[nodiscard]] std::optional<Agency> load_agency(store::Snapshot& snapshot, Id<Agency> id);

// All of them, by code.
[[nodiscard]] std::vector<Agency> load_agencies(store::Snapshot& snapshot);

// Names, the parent and the last day.
void update_agency(store::Transaction& transaction, const Agency& agency);

void insert_agency_act(store::Transaction& transaction, Id<Agency> agency, const AgencyAct& act);
// By number; the first is how it was set up.
[[nodiscard]] std::vector<AgencyAct> load_agency_acts(store::Snapshot& snapshot, Id<Agency> agency);
// Those that were once moved away from below this one.
[[nodiscard]] std::vector<Id<Agency>> load_agencies_moved_from(store::Snapshot& snapshot,
                                                               Id<Agency> above);

void insert_unit(store::Transaction& transaction, Id<Agency> agency, int position,
                 const Unit& unit);
// Name and the last day.
void update_unit(store::Transaction& transaction, Id<Agency> agency, const Unit& unit);
// Roles held for the unit alone end on that day at the latest.
void end_holdings_of_unit(store::Transaction& transaction, Id<Agency> agency,
                          std::string_view unit_code, Date last_day);

}  // namespace gk::people
