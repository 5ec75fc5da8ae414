// The last part of a backup: what the others are, so that nothing is missing, added or changed
// unseen. A backup without it was cut.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backup/archive.hpp"
#include "base/clock.hpp"

namespace gk::backup {

inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view content_name = "database.jsonl";
inline constexpr std::string_view files_prefix = "files/";
inline constexpr std::string_view keys_prefix = "keys/";

// What the database was at the moment of the backup.
struct DatabaseMark {
    std::string schema;            // The last migration: "0003_audit_entries".
    std::int64_t entry_count = 0;  // Of the trail, and the hash of its last entry.
    std::string trail_hash;

    friend bool operator==(const DatabaseMark&, const DatabaseMark&) = default;
};

struct Manifest {
    std::string program;  // "0.1.0"
    Moment made_at;
    std::optional<DatabaseMark> database;  // Nothing: only keys were backed up.
    std::vector<Part> parts;               // All but the manifest itself.

    // Whether there is a part whose name begins so, and how many there are.
    [[nodiscard]] std::size_t count_of(std::string_view prefix) const;
};

[[nodiscard]] std::string to_json(const Manifest& manifest);
// Nothing where the text is no manifest.
[[nodiscard]] std::optional<Manifest> manifest_of(std::string_view text);

}  // namespace gk::backup
