// The templates and styles of the portal, as the program carries them.
#pragma once

#include <initializer_list>

#include "base/resource.hpp"
#include "web/page/template.hpp"
#include "web/static_files.hpp"

namespace gk::web::portal {

// "web_portal/templates/…" and "web_portal/static/…".
[[nodiscard]] const ResourceTable& portal_files();

// The templates of these tables together. They name their files by the plain address, a page names
// them by the hash: `files` must have them already.
[[nodiscard]] page::Templates compile_templates(const StaticFiles& files,
                                                std::initializer_list<const ResourceTable*> tables);

}  // namespace gk::web::portal
