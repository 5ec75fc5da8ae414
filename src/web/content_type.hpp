// The media type of a file of the program by the ending of its name.
#pragma once

#include <string_view>

namespace gk::web {

// A Bug for an ending that is not known.
[[nodiscard]] std::string_view content_type(std::string_view name);

}  // namespace gk::web
