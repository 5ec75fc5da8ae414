// Text set above the line (<sup>, superscript runs): the mark of a footnote beside a figure must
// not become one of its digits.
#pragma once

#include <string>
#include <string_view>

namespace gk::document {

// Digits as superscript digits: 12¹ for 12<sup>1</sup>, m² for m<sup>2</sup>. All else stays.
[[nodiscard]] std::string raised(std::string_view utf8);

}  // namespace gk::document
