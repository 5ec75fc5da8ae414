// Table 三 laid on its side: a column for each row of the form, a row for each kind of applicant.
#pragma once

#include <optional>

#include "document/document.hpp"

namespace gk::report {

// The table with its rows and columns exchanged, as the form has them; nothing where it already
// stands upright, or is another table.
[[nodiscard]] std::optional<document::Grid> turned_upright(const document::Grid& grid);

}  // namespace gk::report
