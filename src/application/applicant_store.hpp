// The table case_applicants: who applied and for whom, sealed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "application/standing.hpp"
#include "people/key_ring.hpp"
#include "people/reseal_service.hpp"
#include "store/transaction.hpp"

namespace gk::application {

struct KeptApplicant {
    Applicant applicant;
    std::optional<Representative> representative;
};

void insert_applicant(store::Transaction& transaction, const people::KeyRing& ring, const Case& of,
                      const Applicant& applicant,
                      const std::optional<Representative>& representative);

// Refuses what does not open any more (people/sealed_text.hpp). Asserts that the case has one.
[[nodiscard]] Result<KeptApplicant> load_applicant(store::Snapshot& snapshot,
                                                   const people::KeyRing& ring, const Case& of);

// Refuses as load_applicant() does.
[[nodiscard]] Result<void> replace_contact(store::Transaction& transaction,
                                           const people::KeyRing& ring, const Case& of,
                                           const Contact& contact);

// The ids of the other cases of this agency whose applicant has the same identity, the newest
// first.
[[nodiscard]] std::vector<Id<Case>> load_cases_of_same_applicant(store::Snapshot& snapshot,
                                                                 const Case& of);

// For the rotation of the keys.
[[nodiscard]] const people::SealedTable& sealed_applicants();

}  // namespace gk::application
