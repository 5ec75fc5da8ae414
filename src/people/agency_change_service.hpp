// The steps that every change of an agency shares: whom the actor may change, the act, the trail.
#pragma once

#include <optional>
#include <string_view>

#include "audit/entry.hpp"
#include "base/result.hpp"
#include "people/actor.hpp"
#include "people/agency.hpp"
#include "people/agency_act.hpp"
#include "people/agency_service.hpp"
#include "store/transaction.hpp"

namespace gk::people {

// Whom the actor looks after; who may not learns no more than of one that is not there.
[[nodiscard]] Result<Agency> managed_agency(store::Snapshot& snapshot, std::string_view code,
                                            const Actor& actor);

// The agency to which something may happen that day.
[[nodiscard]] Result<Agency> changeable_agency(store::Snapshot& snapshot, std::string_view code,
                                               const AgencyChange& change, const Actor& actor,
                                               Date today);

void append_agency_act(store::Transaction& transaction, const Agency& agency, AgencyAction action,
                       const AgencyChange& change, std::optional<Id<Agency>> other,
                       const Actor& actor, Moment now);

void record_agency_act(store::Transaction& transaction, const Agency& agency, std::string_view act,
                       audit::Details details, const Actor& actor, Moment now);

}  // namespace gk::people
