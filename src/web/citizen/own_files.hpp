// The letters and files of a case that have gone to its applicant: what may be downloaded from the
// page of the status, and nothing else.
#pragma once

#include <string>
#include <vector>

#include "application/standing.hpp"
#include "base/result.hpp"
#include "document/stored_file.hpp"
#include "people/key_ring.hpp"
#include "store/database.hpp"

namespace gk::web::citizen {

struct OwnFile {
    std::string name;  // 政府信息公开申请答复书（礼政公复〔2026〕7号）.pdf
    document::StoredFile stored;
};

// In the order of the letters; of each the letter first, then the files that were released with it.
// A letter that was not delivered yet, or goes to somebody else, is not there. Refuses as
// people::open_sealed() does.
[[nodiscard]] Result<std::vector<OwnFile>> own_files(store::Database& database,
                                                     const people::KeyRing& ring,
                                                     const application::Case& of);

}  // namespace gk::web::citizen
