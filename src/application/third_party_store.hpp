// The table case_parties: the third parties of a case, sealed.
#pragma once

#include <vector>

#include "application/standing.hpp"
#include "application/third_party.hpp"
#include "people/key_ring.hpp"
#include "people/reseal_service.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// Of the act with this number.
void insert_third_party(store::Transaction& transaction, const people::KeyRing& ring,
                        Id<people::Agency> agency, Id<Case> of, int event_number,
                        const ThirdParty& party);

struct KeptThirdParty {
    int event_number = 0;
    ThirdParty party;  // Empty once its time was over.
};

// In the order of the acts. Refuses what does not open any more (people/sealed_text.hpp).
[[nodiscard]] Result<std::vector<KeptThirdParty>> load_third_parties(store::Snapshot& snapshot,
                                                                     const people::KeyRing& ring,
                                                                     const Case& of);

// For the rotation of the keys.
[[nodiscard]] const people::SealedTable& sealed_third_parties();

}  // namespace gk::application
