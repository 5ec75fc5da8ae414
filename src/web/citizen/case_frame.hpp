// The frame of the pages on which an applicant follows a case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "web/portal/frame.hpp"

namespace gk::web::citizen {

// `here`: what the page is called in the path to it.
[[nodiscard]] portal::Frame case_frame(const portal::Viewing& viewing, std::string title,
                                       std::string here, std::string_view file);

// Where the agency of the case, or the chosen one, is to be found. At the foot of the page stands
// the office of the site.
void fill_office(page::Values& body, const portal::DisclosureOffice& office);

// Whoever hears the title first hears that something is wrong.
[[nodiscard]] std::string title_of(std::string_view title, const std::vector<Problem>& problems);

}  // namespace gk::web::citizen
