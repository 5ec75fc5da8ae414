// How to go to 复议 or court after an answer, or where none came in time. Pure.
#pragma once

#include <string>
#include <vector>

#include "application/standing.hpp"
#include "letter/letterhead.hpp"
#include "people/agency.hpp"

namespace gk::web::citizen {

struct RemedyWords {
    std::string heading;
    std::vector<std::string> statements;  // Empty where there is nothing to go against yet.
};

// As the letters of the agency say it.
[[nodiscard]] RemedyWords remedy_words(const application::Standing& standing,
                                       const people::Agency& agency,
                                       const letter::Letterhead& letterhead, Date today);

}  // namespace gk::web::citizen
