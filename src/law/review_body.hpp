// Who decides on an application for reconsideration: 行政复议法(2023) arts 24 to 27, in force since
// 2024-01-01. Before that the applicant could choose; that choice is not modelled.
#pragma once

#include <string_view>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "law/agency_level.hpp"
#include "law/in_force.hpp"

namespace gk::law {

// A department answers to its own government, or, in the systems led from above (海关、金融、税务、
// 外汇管理、国家安全), to the department above it. Without meaning for a government.
enum class Leadership { local, vertical };

enum class ReviewBody {
    same_level_government,
    next_higher_government,
    superior_department,
    itself,
};

// 本级人民政府, 上一级人民政府, 上一级主管部门, 本机关.
[[nodiscard]] std::string_view label(ReviewBody body);

// `law.remedies_not_modelled` for an answer given before 2024-01-01.
[[nodiscard]] Result<void> check_remedies_modelled(Date answered_on);

// The one body to name in an answer given on this day, with its article. Never a choice of two.
// READING: 0015, a sub-district office is a 派出机关 of the county.
[[nodiscard]] Result<Ruled<ReviewBody>> review_body(AgencyLevel level, Leadership leadership,
                                                    Date answered_on);

}  // namespace gk::law
