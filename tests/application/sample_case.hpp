// A case as it could have come about, and the people who act in it.
#pragma once

#include <string>

#include "application/standing.hpp"
#include "law/working_calendar.hpp"
#include "people/actor.hpp"

namespace gk::test {

inline const Id<people::Agency> sample_agency{1};

// The working days of the years that are published.
[[nodiscard]] const law::WorkingCalendar& sample_calendar();

// Someone who holds this role in the sample agency: "user:clerk".
[[nodiscard]] people::Actor person(people::Role role, Id<people::Agency> agency = sample_agency);
// Of this unit.
[[nodiscard]] people::Actor unit_officer(std::string unit,
                                         Id<people::Agency> agency = sample_agency);

// Noon of that day.
[[nodiscard]] Moment noon(Date date);

// Appends an event by that person.
class SampleCase {
public:
    explicit SampleCase(application::CaseKind kind = application::CaseKind::disclosure);

    SampleCase& did(application::Action action, people::Role role, Date at,
                    application::Entry entry = {});
    SampleCase& applicant_did(application::Action action, Date at, application::Entry entry = {});

    [[nodiscard]] const application::Case& get() const { return case_; }

    [[nodiscard]] application::Case& get() { return case_; }

    [[nodiscard]] application::Standing standing(Date today) const;

private:
    application::Case case_;
};

// Handed in at the counter on 2026-03-02; last day for the reply 2026-03-30.
[[nodiscard]] SampleCase counter_case(
    application::CaseKind kind = application::CaseKind::disclosure);

// The way to this state, all of it on or before 2026-03-20.
[[nodiscard]] SampleCase case_in(application::CaseState state);

}  // namespace gk::test
