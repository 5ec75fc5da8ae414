// JSON that people read and compare: one member a line, indented by two.
#pragma once

#include <string>

namespace boost::json {
class value;
}

namespace gk::web::api {

[[nodiscard]] std::string pretty_json(const boost::json::value& value);

}  // namespace gk::web::api
