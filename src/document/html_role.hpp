// What the elements of HTML mean for the text of a page.
#pragma once

#include <string_view>

namespace gk::document {

enum class HtmlRole {
    in_line,
    block,
    heading,
    line_break,
    preformatted,
    hidden,
    title,
    raised,  // Above the line.
    table,
    row,
    row_group,
    cell
};

// Of the element with this name, in lower case; in_line for all that are not known.
[[nodiscard]] HtmlRole html_role(std::string_view element_name);

}  // namespace gk::document
