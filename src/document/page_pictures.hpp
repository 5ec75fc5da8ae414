// The pages of a PDF that this program has made, as pictures: what is looked at before it is
// signed, also where a browser shows no PDF.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gk::document {

inline constexpr int pictured_pages_max = 40;

// PNG, 110 dots to the inch, the first pages up to pictured_pages_max. Only for PDF of write_pdf():
// what comes from outside is read in the child (child.hpp).
[[nodiscard]] std::vector<std::string> page_pictures(std::string_view pdf);

}  // namespace gk::document
