// The schema and its history: the files of src/store/migrations/, which the program carries.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "store/database.hpp"

namespace gk::store {

// A file NNNN_what_it_is_for.sql. Lines between `-- sqlite:` or `-- postgres:` and the next
// `-- both:` are for that database only.
struct Migration {
    int number = 0;
    std::string name;  // "0001_agencies"
    std::string sql;

    // SHA-256 of the whole text in hexadecimal: a file is never edited after it has landed.
    [[nodiscard]] std::string checksum() const;
};

// Those of this program, by number. Asserts that the numbers run from 1 without gap or repeat and
// that migrations/newest names the last.
[[nodiscard]] const std::vector<Migration>& known_migrations();

// The lines of `sql` that are for this database.
[[nodiscard]] std::string part_for(Dialect dialect, std::string_view sql);

struct MigrationStatus {
    std::string name;
    std::optional<Moment> applied_at;
};

// Every known migration and whether it has been applied. Refuses a schema that is newer than this
// program, and one whose applied migrations are not those that this program carries.
[[nodiscard]] Result<std::vector<MigrationStatus>> migration_status(
    Database& database, std::span<const Migration> known = known_migrations());

// Called after a migration, in the transaction that applied it.
using AppliedFunction = std::function<void(Transaction&, const Migration&)>;

// Applies what is missing, each in a transaction of its own, and returns their names. Safe to
// repeat, and for several processes at once. Refuses as migration_status() does.
[[nodiscard]] Result<std::vector<std::string>> migrate_up(
    Database& database, Moment now, std::span<const Migration> known = known_migrations(),
    const AppliedFunction& on_applied = {});

// The tables of these migrations in a database that has none, without a row in their history: a
// backup brings it along.
void make_schema(Transaction& transaction, std::span<const Migration> migrations);

// A row of the history, as a backup brings it along.
struct AppliedMigration {
    int number = 0;
    std::string name;
    std::string checksum;
};

// What has been applied, by number.
[[nodiscard]] std::vector<AppliedMigration> applied_migrations(Snapshot& snapshot);

// Those of `known` that make up this history. Refuses as migration_status() does.
[[nodiscard]] Result<std::span<const Migration>> migrations_of(
    std::span<const AppliedMigration> history,
    std::span<const Migration> known = known_migrations());

// Nothing where the schema is the one of this program: what `serve` asks before it starts.
[[nodiscard]] Result<void> require_current_schema(
    Database& database, std::span<const Migration> known = known_migrations());

}  // namespace gk::store
