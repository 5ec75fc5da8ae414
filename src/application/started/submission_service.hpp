// Submitting a form: however often it is done, with one click or two, after a crash or by going
// back, it makes one application and one receipt.
#pragma once

#include <string>

#include "application/desk_service.hpp"
#include "application/started/service.hpp"

namespace gk::application::started {

struct Submitting {
    std::string link;
    std::string client_address;
};

// Refuses a form in which something is wrong (all of it at once), as submit_application() does,
// and an address, and the site as a whole, that submits too many (`started_form.too_many`).
[[nodiscard]] Result<Receipt> submit_form(const Desk& desk, const FormKeeping& keeping,
                                          const Submitting& submitting, Moment now);

}  // namespace gk::application::started
