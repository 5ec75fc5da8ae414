// Relations as JSON under the published keys. Included by .cpp files only: it shows Boost.JSON.
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "report/check.hpp"

namespace gk::report {

// {"hold": [code …], "fail": [{code, left, right, delta, cells, place, text, severity, hint} …],
//  "not_assessable": [code …]}
[[nodiscard]] boost::json::object relations_json(const std::vector<Relation>& relations);

}  // namespace gk::report
