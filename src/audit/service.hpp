// What is done with the trail as a whole: verify it, sign what it is now.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "audit/chain.hpp"
#include "audit/checkpoint.hpp"
#include "base/private_file.hpp"
#include "store/database.hpp"

namespace gk::audit {

// The signing key in the folder of keys, apart from the database.
[[nodiscard]] std::filesystem::path signing_key_file(const std::filesystem::path& keys);
[[nodiscard]] PrivateFileState signing_key_state(const std::filesystem::path& keys);

// Reads all of it once, as it is at one moment. What is wrong with the trail is in what it
// returns.
[[nodiscard]] AuditVerification verify(store::Database& database);

// The same, and that the trail still holds the entry that the checkpoint saw. Refuses a file that
// is no checkpoint or not signed with the key in `keys`, and a key that is missing or exposed.
[[nodiscard]] Result<AuditVerification> verify(store::Database& database,
                                               std::string_view checkpoint_json,
                                               const std::filesystem::path& keys);

struct SignedCheckpoint {
    Checkpoint checkpoint;
    std::string json;
    std::string fingerprint;
};

// Signs what the trail is now. The key is made with the first. Refuses a key that is exposed.
[[nodiscard]] Result<SignedCheckpoint> make_checkpoint(store::Database& database,
                                                       const std::filesystem::path& keys,
                                                       Moment now);

}  // namespace gk::audit
