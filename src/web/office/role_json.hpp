// Roles and delegations in answers.
#pragma once

#include "people/delegation_service.hpp"
#include "people/role_service.hpp"
#include "web/api/schema.hpp"

namespace boost::json {
class object;
}

namespace gk::web::office {

[[nodiscard]] api::Schema holding_schema();
[[nodiscard]] boost::json::object holding_json(const people::HoldingLine& line);

[[nodiscard]] api::Schema delegation_schema();
[[nodiscard]] boost::json::object delegation_json(const people::DelegationLine& line, Date today);

}  // namespace gk::web::office
