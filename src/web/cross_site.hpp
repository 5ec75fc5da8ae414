// Whether a request that changes something was sent by a page of this site.
#pragma once

#include "web/route.hpp"

namespace gk::web {

// Sec-Fetch-Site, where the browser sends it, must be "same-origin" or "none"; Origin, where it is
// sent, must be this very site. A page's form must come with one of the two; a program that speaks
// to an API may leave out both: a change of a session must bring its token in a header besides.
[[nodiscard]] bool is_from_this_site(const Request& request, Audience audience);

}  // namespace gk::web
