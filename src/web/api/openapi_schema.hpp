// A schema as JSON Schema (2020-12), the dialect of OpenAPI 3.1.
#pragma once

#include "web/api/schema.hpp"

namespace boost::json {
class object;
}

namespace gk::web::api {

// The schema itself, or a reference to the component that it is, which is put among `components`.
// A Bug where a component of that name is there already and differs.
[[nodiscard]] boost::json::object schema_json(const Schema& schema,
                                              boost::json::object& components);

}  // namespace gk::web::api
