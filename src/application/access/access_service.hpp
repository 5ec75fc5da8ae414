// The applicant's own way to a case: how often somebody may try a query code, a new code for who
// lost it, and the acts that are the applicant's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "application/desk_service.hpp"
#include "application/event.hpp"
#include "application/service.hpp"
#include "application/started/form.hpp"

namespace gk::application::access {

struct Guess {
    std::string number;  // normalised_case_number()
    std::string client_address;
};

// Counts one attempt at a number, from an address, and on the whole site; `access.too_many` says
// when the next may come. Kept in the database: a restart forgets nothing.
[[nodiscard]] Result<void> count_guess(store::Database& database, const people::KeyRing& ring,
                                       const Guess& guess, Moment now);

// Sends another query code where this telephone number or mail address is the one kept with the
// case; the old code is void then. Says nothing of whether it did, and takes as long either way.
[[nodiscard]] Result<void> resend_code(const Desk& desk, std::string_view number,
                                       std::string_view contact, Moment now);

struct OwnAction {
    std::string public_id;
    Action action = Action::add_material;
    started::Fields fields;               // "text"; of a contact its parts by name.
    std::vector<std::string> files = {};  // Public ids of stored files.
};

// For one who was let in. Refuses as the verbs of application/service.hpp do, and text that is none
// (`started_form.field_not_text`).
[[nodiscard]] Result<Done> do_own_act(const Desk& desk, const OwnAction& own, Moment now);

// Removes files that were kept for an act that was refused.
void drop_files(store::Database& database, const std::vector<std::string>& files);

}  // namespace gk::application::access
