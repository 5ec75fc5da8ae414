// The OpenAPI 3.1 document of the API, made of its rows.
#pragma once

#include <string>
#include <vector>

#include "web/api/api_route.hpp"

namespace gk::web::api {

// Indented, in the order of paths and methods. A Bug where two schemas have one name and differ.
[[nodiscard]] std::string openapi_document(const std::vector<ApiRoute>& rows);

// GET /api/v1/openapi.json, for everyone.
[[nodiscard]] Route openapi_route(const std::string& document);

}  // namespace gk::web::api
