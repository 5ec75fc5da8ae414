// Who the third parties of a case are, in full: for those who may see applicants, with a mark in
// the trail; and sealing what stands in the acts from before they were sealed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "application/desk_service.hpp"
#include "application/third_party_store.hpp"
#include "people/actor.hpp"

namespace gk::application {

// Writes the view into the trail. Refuses who may not see applicants.
[[nodiscard]] Result<std::vector<KeptThirdParty>> view_third_parties(const Desk& desk,
                                                                     std::string_view case_id,
                                                                     const people::Actor& actor,
                                                                     Moment now);

// Names them in full in the acts of a case that was loaded, for a paper that does so. Refuses as
// load_third_parties() does.
[[nodiscard]] Result<void> name_third_parties(store::Snapshot& snapshot,
                                              const people::KeyRing& ring, Case& of);

// Seals those that acts still name in full, and returns how many. The trail records it. Safe to be
// cut short and to run in several processes.
std::int64_t seal_named_third_parties(const Desk& desk, const people::Actor& actor, Moment now);

}  // namespace gk::application
