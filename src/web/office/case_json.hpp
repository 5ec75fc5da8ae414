// An application as the API tells of it. Included by .cpp files only: it shows Boost.JSON.
#pragma once

#include <boost/json/object.hpp>

#include "application/view_service.hpp"
#include "law/working_calendar.hpp"
#include "web/office/actor_names.hpp"

namespace gk::web::office {

[[nodiscard]] boost::json::object case_json(const application::CaseView& view,
                                            std::string_view agency_code,
                                            const law::WorkingCalendar& calendar, Date today,
                                            ActorNames& names);

[[nodiscard]] boost::json::object applicant_json(const application::KeptApplicant& kept);

[[nodiscard]] boost::json::object related_json(
    const application::SameApplicant& same, const std::vector<application::RelatedCase>& similar);

}  // namespace gk::web::office
