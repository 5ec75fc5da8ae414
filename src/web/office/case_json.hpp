// A case as the API says it: schemas, and the JSON that fits them.
#pragma once

#include "application/list_service.hpp"
#include "application/view_service.hpp"
#include "people/agency.hpp"
#include "web/api/schema.hpp"

namespace boost::json {
class object;
}

namespace gk::web::office {

// What is looked at, beside the case itself.
struct CaseContext {
    const people::Agency& agency;
    const people::Actor& actor;
    const law::WorkingCalendar& calendar;
    Date today;
};

// Who may only search sees what is wanted and the tasks of the own unit, not the course of the
// case.
[[nodiscard]] api::Schema case_schema();
[[nodiscard]] boost::json::object case_json(const application::CaseView& view,
                                            const CaseContext& context);

// What an act says: the body of an act, and a part of each event.
[[nodiscard]] api::Schema entry_schema();

// The three fields with which every case and task says how urgent it is; never by a colour alone.
[[nodiscard]] std::vector<api::Field> urgency_fields();
void add_urgency(boost::json::object& into, const notify::Signal& signal);

[[nodiscard]] api::Schema applicant_schema();
[[nodiscard]] boost::json::object applicant_json(const application::KeptApplicant& kept);

[[nodiscard]] api::Schema related_case_schema();
[[nodiscard]] boost::json::object related_case_json(const application::RelatedCase& related);

[[nodiscard]] api::Schema case_line_schema();
[[nodiscard]] boost::json::object case_line_json(const application::CaseLine& line,
                                                 const people::Agency& agency);

// All that there have been.
[[nodiscard]] api::Schema outcome_choice();

}  // namespace gk::web::office
