// The table contact_routes: by which means the applicant of a case wants to be told.
#pragma once

#include <string>
#include <string_view>

#include "store/transaction.hpp"

namespace gk::application::started {

// `route` is a choice of the field contact_route; `application` the public id of the case.
void keep_contact_route(store::Transaction& transaction, std::string_view application,
                        std::string_view route);

// Empty where none was chosen: a case that did not come in on line.
[[nodiscard]] std::string load_contact_route(store::Snapshot& snapshot,
                                             std::string_view application);

}  // namespace gk::application::started
