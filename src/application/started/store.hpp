// The table started_forms.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "application/started/form.hpp"
#include "people/key_ring.hpp"
#include "people/reseal_service.hpp"
#include "store/transaction.hpp"

namespace gk::application::started {

// What `keys rotate` seals anew.
[[nodiscard]] people::SealedTable sealed_started_forms();

// An empty form of version 1.
void insert_form(store::Transaction& transaction, const people::KeyRing& ring,
                 const StartedForm& form, std::string_view link_digest);

// Nothing where there is none. Refuses what was changed from outside.
[[nodiscard]] Result<std::optional<StartedForm>> load_form(store::Snapshot& snapshot,
                                                           const people::KeyRing& ring,
                                                           std::string_view link_digest);

// Writes what has changed of the form and counts its version up by one; false where the version is
// another by now.
[[nodiscard]] bool update_form(store::Transaction& transaction, const people::KeyRing& ring,
                               const StartedForm& form);

void delete_form(store::Transaction& transaction, std::int64_t id);

// Those whose time is over; returns how many there were.
[[nodiscard]] std::int64_t delete_expired_forms(store::Transaction& transaction, Moment now);

}  // namespace gk::application::started
