// What is published already and may be what somebody is about to ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "application/started/form.hpp"
#include "store/database.hpp"
#include "web/portal/frame.hpp"

namespace gk::web::citizen {

struct PublishedMatch {
    std::string name;
    std::string path;
    std::string kind;
    std::string date;  // Empty for a page.
};

// What a form is matched by: the title, else the document number.
[[nodiscard]] std::string_view sought_in(const application::started::Fields& fields);

// The few that come nearest to what is sought, the nearest first.
[[nodiscard]] std::vector<PublishedMatch> published_matches(store::Database& database,
                                                            const portal::SiteIdentity& site,
                                                            std::string_view sought);

}  // namespace gk::web::citizen
