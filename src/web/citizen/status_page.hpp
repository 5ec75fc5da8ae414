// The pages of the status of a case as HTML: asking for it, the case itself, the applicant's acts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "application/started/form.hpp"
#include "application/view_service.hpp"
#include "base/problem.hpp"
#include "law/remedy_notice.hpp"
#include "law/working_calendar.hpp"
#include "people/agency.hpp"
#include "web/citizen/case_story.hpp"
#include "web/citizen/own_files.hpp"
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
    const people::Agency& agency;
    std::string review_body_name;  // Of the government above; empty where it is not known.
    const law::WorkingCalendar& calendar;
    Date today;
    std::optional<OwnAct> just_done = {};
    std::vector<OwnFile> files = {};
};

[[nodiscard]] std::string case_page(const portal::Viewing& viewing, const CasePageView& view);

struct OwnActView {
    OwnAct act = OwnAct::material;
    std::string number;
    std::string asked = {};  // What the office asks for.
    application::started::Fields fields = {};
    std::vector<Problem> problems = {};
};

// Whether the applicant may do it now.
[[nodiscard]] bool may(const application::CaseView& found, OwnAct act);

[[nodiscard]] std::string own_act_page(const portal::Viewing& viewing, const OwnActView& view);

}  // namespace gk::web::citizen
