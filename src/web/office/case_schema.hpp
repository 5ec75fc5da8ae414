// What the API says of an application, and what it takes.
#pragma once

#include <vector>

#include "web/api/schema.hpp"

namespace gk::web::office {

[[nodiscard]] api::Schema case_detail_schema();
[[nodiscard]] api::Schema case_applicant_schema();
[[nodiscard]] api::Schema related_cases_schema();
[[nodiscard]] api::Schema case_receipt_schema();
[[nodiscard]] api::Schema case_done_schema();

// What an act says: every field that any action has (application/event.hpp).
[[nodiscard]] api::Schema entry_schema();
// The body of an act: version and entry.
[[nodiscard]] api::Schema case_act_schema();
// The body of a registration, art. 29, and how it came in, art. 31.
[[nodiscard]] api::Schema new_case_schema();

}  // namespace gk::web::office
