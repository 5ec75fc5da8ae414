// The fields of a letter that is begun, and the values that are sent for them. Included by .cpp
// files only: it shows Boost.JSON.
#pragma once

#include <boost/json/array.hpp>

#include "application/letter_values_service.hpp"
#include "web/api/schema.hpp"

namespace gk::web::office {

[[nodiscard]] boost::json::array letter_fields_json(
    const std::vector<application::LetterField>& fields);
[[nodiscard]] api::Schema letter_fields_schema();

// Of the field `values`, as it was sent. Refuses what is not texts by their names.
[[nodiscard]] Result<letter::LetterValues> letter_values_of(const std::string& text);

}  // namespace gk::web::office
