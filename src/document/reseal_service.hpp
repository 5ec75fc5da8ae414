// The sealed files with a new key: what rotating the keys is for the rows of the database.
#pragma once

#include "document/file_store.hpp"
#include "people/reseal_service.hpp"
#include "store/database.hpp"

namespace gk::document {

// Encrypts every sealed file again that does not lie there with the newest key of the ring, tells
// its rows where it lies now, and removes what lay there before. A run that is cut short goes on
// where it was. What is missing, damaged or does not open stays as it is and is counted.
[[nodiscard]] people::Resealed reseal_files(store::Database& database,
                                            const std::filesystem::path& folder,
                                            const people::KeyRing& ring);

}  // namespace gk::document
