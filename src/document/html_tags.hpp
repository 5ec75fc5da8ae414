// A look at the tags of a page before libxml2 sees it: its time grows with the square of the number
// of attributes of one tag.
#pragma once

#include <string_view>

namespace gk::document {

// Whether a tag outside comments, scripts and styles has more than a thousand attributes.
[[nodiscard]] bool has_crowded_tag(std::string_view html);

}  // namespace gk::document
