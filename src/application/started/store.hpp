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

// The files go to the case: the form does not name them any more.
void release_files(store::Transaction& transaction, std::int64_t form_id);

void insert_form_file(store::Transaction& transaction, std::int64_t form_id, std::string_view field,
                      std::string_view file);
// The stored file goes as well.
void delete_form_file(store::Transaction& transaction, std::int64_t form_id, std::string_view file);

// With its files.
void delete_form(store::Transaction& transaction, std::int64_t id);

// Those whose time is over, with their files; returns how many there were.
[[nodiscard]] std::int64_t delete_expired_forms(store::Transaction& transaction, Moment now);

}  // namespace gk::application::started
