// One act on many things, once for all trades: first a preview that changes nothing and says for
// each what would happen, then the act itself, each thing by itself, with what became of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "web/api/api_route.hpp"

namespace gk::web::api {

inline constexpr std::int64_t bulk_things_max = 200;

struct BulkSpec {
    std::string pattern;  // "/api/v1/agencies/{agency}/annual-reports/bulk/submit"
    RequiredPermission permission;
    std::string operation_id;
    std::string summary;
    std::vector<Field> fields = {};  // Beside `ids` and `is_preview`.
    // Whether it may be done; changes nothing.
    std::function<Result<void>(const Call&, const std::string& id)> permit;
    // Does it, in a transaction of its own.
    std::function<Result<void>(const Call&, const std::string& id)> act;
};

// POST {"ids":[…],"is_preview":true,…} →
// {"is_preview":true,"results":[{"id":…,"state":"possible|done|refused","problem":{…}|null}],
//  "good_count":n,"refused_count":n}
[[nodiscard]] ApiRoute bulk_route(BulkSpec spec);

}  // namespace gk::web::api
