// Sessions in answers.
#pragma once

#include <string_view>

#include "people/session.hpp"
#include "web/api/schema.hpp"

namespace boost::json {
class object;
}

namespace gk::web::office {

[[nodiscard]] api::Schema session_schema();
// With whose it is.
[[nodiscard]] api::Schema account_session_schema();

// `current`: the session that asks.
[[nodiscard]] boost::json::object session_json(const people::Session& session,
                                               std::string_view current);

}  // namespace gk::web::office
