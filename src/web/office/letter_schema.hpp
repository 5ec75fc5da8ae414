// What the API says of letters, and what it takes.
#pragma once

#include "web/api/schema.hpp"

namespace gk::web::office {

[[nodiscard]] api::Schema letter_summaries_schema();
[[nodiscard]] api::Schema letter_detail_schema();
[[nodiscard]] api::Schema letter_done_schema();

[[nodiscard]] api::Schema new_letter_schema();
[[nodiscard]] api::Schema letter_text_body_schema();
// The same while it is typed: anything may still be empty.
[[nodiscard]] api::Schema letter_preview_schema();
[[nodiscard]] api::Schema letter_upload_schema();
[[nodiscard]] api::Schema letter_act_schema();

[[nodiscard]] api::Schema released_file_upload_schema();
[[nodiscard]] api::Schema release_review_schema();

[[nodiscard]] api::Schema letter_templates_schema();
[[nodiscard]] api::Schema letter_template_detail_schema();
[[nodiscard]] api::Schema template_version_schema();
[[nodiscard]] api::Schema template_upload_schema();
[[nodiscard]] api::Schema number_patterns_schema();
[[nodiscard]] api::Schema new_number_pattern_schema();
[[nodiscard]] api::Schema letterhead_schema();

}  // namespace gk::web::office
