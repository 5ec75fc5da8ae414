// The agency where the title does not name it: in the metadata of a page, in the sentence that says
// who made the report, or in its signature.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "report/text_rows.hpp"

namespace gk::report {

// Whether a text is the name of an organization and no more.
[[nodiscard]] bool is_organization(std::string_view name);

// `first_section`: the row of the first heading; metadata and the sentence stand before it.
// `last_section`: the row of the last one; the signature stands behind it, above the date.
[[nodiscard]] std::optional<std::string> named_agency(const TextRows& rows,
                                                      std::uint32_t first_section,
                                                      std::uint32_t last_section);

}  // namespace gk::report
