// The pages of the status of a case as HTML: asking for it, the case itself. The acts:
// own_act_page.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "application/started/form.hpp"
#include "application/view_service.hpp"
#include "base/problem.hpp"
#include "law/remedy_notice.hpp"
#include "law/working_calendar.hpp"
#include "web/citizen/case_facts.hpp"
#include "web/citizen/case_story.hpp"
#include "web/portal/frame.hpp"

namespace gk::web::citizen {

// Number and query code; or, to have a new code sent, number and contact.
enum class Finding : std::uint8_t { by_code, resend };

struct FindView {
    Finding finding = Finding::by_code;
    application::started::Fields fields = {};
    std::vector<Problem> problems = {};
    std::string unsent = {};  // What was typed when the time was over: to be copied.
    bool is_sent = false;     // The same whether there is such a case or not.
};

[[nodiscard]] std::string find_page(const portal::Viewing& viewing, const FindView& view);

struct CasePageView {
    const application::CaseView& found;
    const CaseFacts& facts;
    portal::DisclosureOffice office;  // Of its agency.
    const law::WorkingCalendar& calendar;
    Date today;
    std::optional<OwnAct> just_done = {};
    std::optional<OwnAct> refused = {};  // Asked for by its address, and cannot be done now.
};

[[nodiscard]] std::string case_page(const portal::Viewing& viewing, const CasePageView& view);

// Whether the applicant may do it now, and why not.
[[nodiscard]] bool may(const application::CaseView& found, OwnAct act);
[[nodiscard]] std::string_view why_not(const application::Standing& standing, OwnAct act);

}  // namespace gk::web::citizen
