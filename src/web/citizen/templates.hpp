// The templates and styles of the citizen's pages, as the program carries them.
#pragma once

#include "base/resource.hpp"

namespace gk::web::citizen {

// "web_citizen/templates/…" and "web_citizen/static/…".
[[nodiscard]] const ResourceTable& citizen_files();

}  // namespace gk::web::citizen
