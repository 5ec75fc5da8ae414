// The workbench in the browser: the files that ui/ builds, served below /office/.
#pragma once

#include <vector>

#include "base/resource.hpp"
#include "web/route.hpp"

namespace gk::web::office {

// What this program carries; empty where it was built without ui/dist.
[[nodiscard]] const ResourceTable& workbench_files();

// GET /office/…: a file of the bundle; for every other path without a dot in its last segment the
// page itself, which knows its own paths. Files below assets/ have their hash in the name and are
// kept for ever, all others are asked for again. Compressed when first asked for.
[[nodiscard]] std::vector<Route> workbench_routes(const ResourceTable& files);

}  // namespace gk::web::office
