// Reconsiderations and lawsuits as JSON, and what it looks like.
#pragma once

#include "remedy/service.hpp"
#include "web/api/fields.hpp"
#include "web/api/schema.hpp"

namespace gk::web::office {

[[nodiscard]] api::Schema remedy_group_schema();
// The columns of table 四.
[[nodiscard]] api::Schema remedy_result_schema();
[[nodiscard]] std::optional<law::RemedyResult> remedy_result_of(std::string_view result_key);
[[nodiscard]] api::Schema remedy_item_schema();
[[nodiscard]] api::Schema remedy_detail_schema();
[[nodiscard]] api::Schema new_remedy_schema();
[[nodiscard]] api::Schema remedy_act_schema();
[[nodiscard]] api::Schema remedy_done_schema();

[[nodiscard]] boost::json::object remedy_item_json(const remedy::RemedySummary& summary);
[[nodiscard]] boost::json::object remedy_detail_json(const remedy::RemedyView& view);

// Of the field `entry` of an act.
[[nodiscard]] remedy::Entry remedy_entry_of(const api::Fields& fields);

}  // namespace gk::web::office
