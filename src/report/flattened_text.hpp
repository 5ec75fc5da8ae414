// A table, or a whole page, of which only one long line is left: the ends of its cells and lines
// became spaces when the text was taken out of the page.
#pragma once

#include <string_view>
#include <vector>

namespace gk::report {

// The pieces of the line between spaces, or between pipes where it has them, without the empty
// ones. None where the line is no table: it nowhere has several figures one after the other.
[[nodiscard]] std::vector<std::string_view> flattened_pieces(std::string_view line);

}  // namespace gk::report
