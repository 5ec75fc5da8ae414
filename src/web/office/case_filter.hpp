// Which cases are meant, in the API: the filters of the list of cases, read from a query, and said
// by a statistic so that the list opens what it counts.
#pragma once

#include <map>
#include <vector>

#include "application/case_query_store.hpp"
#include "people/permission.hpp"
#include "web/api/api_route.hpp"

namespace boost::json {
class object;
}

namespace gk::web::office {

using AgenciesById = std::map<Id<people::Agency>, people::Agency>;

[[nodiscard]] AgenciesById all_agencies(store::Database& database);

[[nodiscard]] std::vector<api::Field> case_filters();

// The agencies for which the actor has the permission, or the one that is asked for.
[[nodiscard]] Result<std::vector<Id<people::Agency>>> asked_agencies(const api::Call& call,
                                                                     people::Permission permission,
                                                                     store::Database& database);

[[nodiscard]] Result<application::CaseFilter> case_filter_of(const api::Call& call,
                                                             store::Database& database);

// A query that case_filter_of() reads as this filter: a single agency is named, several are those
// of the actor.
[[nodiscard]] boost::json::object query_of(const application::CaseFilter& filter,
                                           const AgenciesById& agencies);

}  // namespace gk::web::office
