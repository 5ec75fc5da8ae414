// What is done with backups: make one while the server runs, verify one, fill an installation from
// one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "audit/chain.hpp"
#include "backup/manifest.hpp"
#include "base/result.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::backup {

// The keys of personal data make a backup as secret as they are: on request only, or alone in a
// file of their own.
enum class BackupKeys { left_out, included, alone };

struct MadeBackup {
    Manifest manifest;
    std::int64_t byte_count = 0;
    std::string sha256;  // Of the whole file; stands in the trail.
};

struct BackupPlan {
    std::filesystem::path file;  // Made, readable by its owner only.
    std::filesystem::path data;  // The data folder, with `files` and `keys`.
    BackupKeys keys = BackupKeys::left_out;
};

// The database as it is at one moment, and the stored files. What others write meanwhile is not
// held up. The trail records it. Refuses who may not, a file that exists, a database without
// tables, and keys that are not there.
[[nodiscard]] Result<MadeBackup> create_backup(store::Database& database, const BackupPlan& plan,
                                               const people::Actor& actor, Moment now);

struct BackupVerification {
    Manifest manifest;
    std::string sha256;
    // Of the database inside, which has been opened for it; nothing where it holds no trail.
    std::optional<audit::AuditVerification> trail;
    // Stored files that the rows of the database name and the archive does not hold with the hash
    // by which they are named: they were lost before the backup was made.
    std::vector<std::string> missing_files;

    [[nodiscard]] bool is_trail_intact() const { return !trail || trail->is_intact(); }
};

// Reads all of it: every part is what it was, none is missing or was added, the database can be
// filled from it, its trail is looked at and every stored file that its rows name. `scratch` is a
// folder for what that needs on disk; nothing stays there. Refuses a file that is missing, no
// backup or damaged, and one with a schema newer than this program.
[[nodiscard]] Result<BackupVerification> verify_backup(const std::filesystem::path& file,
                                                       const std::filesystem::path& scratch);

enum class ExistingData { refuse, replace };

struct RestorePlan {
    std::filesystem::path file;
    std::filesystem::path data;
    ExistingData existing = ExistingData::refuse;
};

struct RestoredBackup {
    BackupVerification verification;
    std::size_t file_count = 0;  // Stored files that were not there yet.
    std::size_t key_count = 0;   // Files of keys that were not there yet, or others.
    std::int64_t ended_sessions = 0;
    std::int64_t dropped_links = 0;  // One-time links.
};

// Verifies the backup, then brings the files and the keys, and at last, in one transaction, the
// database. Where it is to replace what is there, the tables go, a file of keys is put aside as
// NAME.before-restore-…, and stored files stay beside those of the backup. Whoever was signed in at
// the moment of the backup signs in again. The trail that has come back records it. Refuses who may
// not, as verify_backup() does, a database with tables, stored files or other keys, unless they are
// to be replaced.
[[nodiscard]] Result<RestoredBackup> restore_backup(store::Database& database,
                                                    const RestorePlan& plan,
                                                    const people::Actor& actor, Moment now);

// When the last backup was made, as the trail of the database says.
[[nodiscard]] std::optional<Moment> last_backup_at(store::Database& database);

}  // namespace gk::backup
