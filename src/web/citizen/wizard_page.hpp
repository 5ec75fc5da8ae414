// A page of the form as HTML: what it asks, what was typed, what is wrong with it, and beside it
// what helps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "application/started/form.hpp"
#include "base/problem.hpp"
#include "law/receipt.hpp"
#include "web/citizen/agency_choice.hpp"
#include "web/citizen/published_match.hpp"
#include "web/portal/frame.hpp"

namespace gk::web::citizen {

// In place of the proof of work.
struct Wait {
    std::string heading;
    std::string text;
};

struct WizardView {
    application::started::FormPage page = application::started::FormPage::agency;
    std::string link;
    const application::started::StartedForm& form;
    int days_kept = 0;
    bool leads_back_to_check = false;
    std::vector<Problem> problems = {};
    std::vector<AgencyChoice> agencies = {};
    portal::DisclosureOffice office = {};  // Of the chosen agency.
    std::vector<PublishedMatch> matches = {};
    bool are_matches_new = false;   // They have not been shown for this title yet.
    std::optional<Wait> wait = {};  // The form is not taken yet.
    // By which day the chosen agency counts it as received.
    law::ReceiptBy receipt_by = law::ReceiptBy::confirmation;
    std::string challenge = {};  // Of the proof of work; empty on all pages but the last.
};

// How many zero bits a proof of work begins with: about 65,000 digests, a second on a telephone.
inline constexpr int work_zero_bits = 16;

[[nodiscard]] std::string wizard_page(const portal::Viewing& viewing, const WizardView& view);

}  // namespace gk::web::citizen
