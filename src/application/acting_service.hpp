// One act on a case inside a transaction: permit, append, bring the projection along, write the
// trail. What the verbs of service.hpp are made of.
#pragma once

#include <string>

#include "application/case_store.hpp"
#include "application/desk_service.hpp"
#include "application/service.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// The case, for whoever may know of it.
[[nodiscard]] Result<Case> load_for(store::Snapshot& snapshot, std::string_view public_id,
                                    const people::Actor& actor);

// Whether this actor may know that there is such a case.
[[nodiscard]] bool may_know(const Case& of, const people::Actor& actor);

// Refuses as act() does.
[[nodiscard]] Result<Done> take_step(store::Transaction& transaction, const Desk& desk, Case& of,
                                     Action action, const Entry& entry, const people::Actor& actor,
                                     Moment now);

// The first event of a case that was just inserted; refuses dates that the law does not take.
[[nodiscard]] Result<Done> begin(store::Transaction& transaction, const Desk& desk, Case& of,
                                 Action action, const Entry& entry, const people::Actor& actor,
                                 Moment now);

}  // namespace gk::application
