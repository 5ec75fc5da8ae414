// Looking at one application: by the office, by the applicant with number and query code. Whoever
// sees who the applicant is leaves a mark in the trail.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "application/applicant_store.hpp"
#include "application/desk_service.hpp"
#include "application/flow.hpp"
#include "notify/light.hpp"

namespace gk::application {

// Its standing points into its events: it can be moved, not copied.
struct CaseView {
    CaseView() = default;
    CaseView(const CaseView&) = delete;
    CaseView& operator=(const CaseView&) = delete;
    CaseView(CaseView&&) = default;
    CaseView& operator=(CaseView&&) = default;
    ~CaseView() = default;

    Case of;
    Standing standing;
    notify::Signal signal;
    std::vector<AvailableAction> actions;
};

// Refuses a case that the actor may not know of as an unknown one.
[[nodiscard]] Result<CaseView> find_case(const Desk& desk, std::string_view public_id,
                                         const people::Actor& actor, Moment now);

// Writes the view into the trail. Refuses who may not see applicants.
[[nodiscard]] Result<KeptApplicant> view_applicant(const Desk& desk, std::string_view public_id,
                                                   const people::Actor& actor, Moment now);

// As the applicant sees it. The same refusal for an unknown number and a wrong code, and as slow.
// The caller limits how often it is asked.
[[nodiscard]] Result<CaseView> find_by_number_and_code(const Desk& desk, std::string_view number,
                                                       std::string_view code, Moment now);

// What the applicant has kept of it: for one who was let in.
[[nodiscard]] Result<KeptApplicant> own_applicant(const Desk& desk, std::string_view public_id);

struct RelatedCase {
    std::string public_id;
    std::string number;
    std::string title;
    CaseState state = CaseState::awaiting_confirmation;
    Date submitted_on;
    std::optional<law::Outcome> outcome;
    int likeness_percent = 0;  // Of what is asked for; 100: the same words.
};

struct SameApplicant {
    std::vector<RelatedCase> cases;  // The newest first, at most related_max.
    int count_in_month = 0;          // In the calendar month of this one, with it: the fee scale.
};

inline constexpr int related_max = 20;

// The other cases of the same applicant in this agency. Refuses as find_case() does.
[[nodiscard]] Result<SameApplicant> find_same_applicant(const Desk& desk,
                                                        std::string_view public_id,
                                                        const people::Actor& actor);

// Cases of this agency of the last two years that ask for nearly the same, whoever applied; the
// most alike first.
[[nodiscard]] Result<std::vector<RelatedCase>> find_similar(const Desk& desk,
                                                            std::string_view public_id,
                                                            const people::Actor& actor);

}  // namespace gk::application
