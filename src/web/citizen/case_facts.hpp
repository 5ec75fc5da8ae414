// What the page of a case tells beside the case itself: whose it is, where its letters send whoever
// does not agree, what has gone to the applicant, what was split from it.
#pragma once

#include <string>
#include <vector>

#include "application/view_service.hpp"
#include "letter/letterhead.hpp"
#include "people/agency.hpp"
#include "web/citizen/own_files.hpp"

namespace gk::web::citizen {

struct CaseFacts {
    people::Agency agency;
    // Where it names no body for 复议, the government above stands in it.
    letter::Letterhead letterhead;
    std::vector<OwnFile> files;
    std::vector<std::string> part_numbers;  // 一事一申请
};

// Refuses as own_files() does.
[[nodiscard]] Result<CaseFacts> load_case_facts(store::Database& database,
                                                const people::KeyRing& ring,
                                                const application::CaseView& found);

}  // namespace gk::web::citizen
