// The templates and styles of the portal, as the program carries them.
#pragma once

#include "base/resource.hpp"

namespace gk::web::portal {

// "web_portal/templates/…" and "web_portal/static/…".
[[nodiscard]] const ResourceTable& portal_files();

}  // namespace gk::web::portal
