// Holds JSON against a schema: all problems at once, each at the path of its field.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "web/api/schema.hpp"

namespace boost::json {
class value;
}

namespace gk::web::api {

// What is wrong with the value; empty where it fits. An object with a key that the schema lacks
// does not fit. Texts of one line are trimmed on the way. `path` is "" for a whole body.
[[nodiscard]] std::vector<Problem> hold_against(const Schema& schema, boost::json::value& value,
                                                const std::string& path, const std::string& label);

}  // namespace gk::web::api
