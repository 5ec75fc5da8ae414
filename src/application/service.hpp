// What is done with applications. Each verb is one transaction: load, permit, decide, save; what it
// writes stands in the trail as well.
#pragma once

#include <string>
#include <string_view>

#include "application/desk_service.hpp"
#include "application/event.hpp"
#include "application/flow.hpp"
#include "application/query_code.hpp"
#include "base/result.hpp"

namespace gk::application {

// An application that has been taken in.
struct Receipt {
    std::string public_id;
    std::string number;  // "xigebi-2026-0012"
    Moment submitted_at;
    // It was taken in before under the same key: nothing was made anew.
    bool is_repeated = false;
};

// By the applicant, on line. Two calls with one key (of at most 64 characters) make one
// application, and both return it; the second keeps the query code of the first. Refuses an
// unknown agency and as check_application() does. Safe on disk when it returns.
[[nodiscard]] Result<Receipt> submit_application(const Desk& desk, const NewApplication& given,
                                                 const QueryCode& code,
                                                 std::string_view submission_key, Moment now);

// By the office: `registration` has the channel and the true dates. Refuses who may not register,
// as check_registered() does, and dates that the law does not take.
[[nodiscard]] Result<Receipt> register_application(const Desk& desk, const NewApplication& given,
                                                   const Entry& registration, const QueryCode& code,
                                                   std::string_view submission_key,
                                                   const people::Actor& actor, Moment now);

struct Done {
    std::int64_t version = 0;
    int event_number = 0;
    CaseState state = CaseState::awaiting_confirmation;
};

// Any other act on a case that is there. Refuses as permit() does, what the law refuses of the
// dates, and where the case has changed since `reference.version`. A case that the actor may not
// know of is unknown.
[[nodiscard]] Result<Done> act(const Desk& desk, const CaseReference& reference, Action action,
                               const Entry& entry, const people::Actor& actor, Moment now);

// The acts of the applicant, who was let in by find_by_number_and_code().
[[nodiscard]] Result<Done> answer_correction(const Desk& desk, std::string_view public_id,
                                             const Entry& entry, Moment now);
[[nodiscard]] Result<Done> give_reasons(const Desk& desk, std::string_view public_id,
                                        const Entry& entry, Moment now);
[[nodiscard]] Result<Done> add_material(const Desk& desk, std::string_view public_id,
                                        const Entry& entry, Moment now);
[[nodiscard]] Result<Done> withdraw_application(const Desk& desk, std::string_view public_id,
                                                const Entry& entry, Moment now);
// By the applicant or, with applicant data in view, by the office. Refuses as check_contact() does.
[[nodiscard]] Result<Done> change_contact(const Desk& desk, const CaseReference& reference,
                                          const Contact& contact, const people::Actor& actor,
                                          Moment now);

// Another query code in the place of the one that was lost; the old one is void.
[[nodiscard]] Result<void> replace_query_code(const Desk& desk, std::string_view public_id,
                                              const QueryCode& code, const people::Actor& actor,
                                              Moment now);

// The number as people type it: full-width, capitals, spaces around.
[[nodiscard]] std::string normalised_case_number(std::string_view typed);

}  // namespace gk::application
