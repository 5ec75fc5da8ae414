#include "store/migration.hpp"

#include <algorithm>
#include <map>

#include "base/hash.hpp"
#include "base/number.hpp"
#include "base/resource.hpp"
#include "base/text.hpp"
#include "store/errors.hpp"

namespace gk {

extern const EmbeddedFile gk_store_files[];

}  // namespace gk

namespace gk::store {

namespace {

constexpr std::string_view folder = "store/";

constexpr std::string_view history_table =
    "CREATE TABLE IF NOT EXISTS schema_migrations ("
    " number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,"
    " applied_at bigint NOT NULL)";

struct Applied {
    std::string name;
    std::string checksum;
    Moment applied_at;
};

using AppliedByNumber = std::map<int, Applied>;

Migration migration_of(const Resource& file) {
    auto name = file.path.substr(folder.size());
    GK_ASSERT(name.ends_with(".sql") && name.size() > 9 && name[4] == '_');
    name.remove_suffix(4);
    Migration migration{.name = std::string(name), .sql = std::string(file.bytes)};
    const auto number = text::whole_number<int>(name.substr(0, 4));
    GK_ASSERT(number.has_value());
    migration.number = *number;
    return migration;
}

std::vector<Migration> embedded_migrations() {
    const ResourceTable table(gk_store_files);
    std::vector<Migration> migrations;
    std::string newest;
    for (const auto& file : table.all()) {
        if (file.path == "store/newest") {
            newest = text::trim(file.bytes);
        } else {
            migrations.push_back(migration_of(file));
            GK_ASSERT(migrations.back().number == static_cast<int>(migrations.size()));
        }
    }
    GK_ASSERT(migrations.empty() ? newest.empty() : migrations.back().name == newest);
    return migrations;
}

bool has_history(Snapshot& snapshot) {
    auto row = snapshot.dialect() == Dialect::sqlite
                   ? snapshot.query(
                         "SELECT COUNT(*) FROM sqlite_schema"
                         " WHERE type = 'table' AND name = 'schema_migrations'")
                   : snapshot.query(
                         "SELECT COUNT(*) FROM information_schema.tables"
                         " WHERE table_schema = current_schema()"
                         "   AND table_name = 'schema_migrations'");
    GK_ASSERT(row.next());
    return row.get<std::int64_t>(0) != 0;
}

AppliedByNumber applied(Snapshot& snapshot) {
    AppliedByNumber all;
    if (!has_history(snapshot)) {
        return all;
    }
    auto row = snapshot.query("SELECT number, name, checksum, applied_at FROM schema_migrations");
    while (row.next()) {
        all[row.get<int>(0)] = {row.get<std::string>(1), row.get<std::string>(2),
                                row.get<Moment>(3)};
    }
    return all;
}

// Refuses a history that is not the beginning of what this program knows.
Result<void> agree(const AppliedByNumber& history, std::span<const Migration> known) {
    if (!history.empty() && history.rbegin()->first > static_cast<int>(known.size())) {
        return error(schema_newer, history.rbegin()->second.name,
                     known.empty() ? "（无）" : known.back().name);
    }
    for (const auto& [number, row] : history) {
        const auto& migration = known[static_cast<std::size_t>(number - 1)];
        if (row.checksum != migration.checksum()) {
            return error(migration_changed, row.name);
        }
    }
    return {};
}

void make_history(Database& database) {
    database.write([](Transaction& transaction) {
        if (transaction.dialect() == Dialect::postgres) {
            // IF NOT EXISTS does not hold there against another process in the same moment.
            constexpr std::int64_t lock_of_the_schema = 0x676F6E676B6169;
            transaction.execute("SELECT pg_advisory_xact_lock(?)", lock_of_the_schema);
        }
        transaction.execute(history_table);
    });
}

// Whether it was this call that applied it.
Result<bool> apply(Transaction& transaction, const Migration& migration,
                   std::span<const Migration> known, Moment now,
                   const AppliedFunction& on_applied) {
    if (transaction.dialect() == Dialect::postgres) {
        // Before the first query, so that what is seen is what the one before has left.
        transaction.run_script("LOCK TABLE schema_migrations IN EXCLUSIVE MODE");
    }
    const auto history = applied(transaction);
    GK_CHECK(agree(history, known));
    if (history.contains(migration.number)) {
        return false;
    }
    transaction.run_script(part_for(transaction.dialect(), migration.sql));
    transaction.execute(
        "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
        migration.number, migration.name, migration.checksum(), now);
    if (on_applied) {
        on_applied(transaction, migration);
    }
    return true;
}

}  // namespace

std::string Migration::checksum() const {
    return sha256_hex(sql);
}

const std::vector<Migration>& known_migrations() {
    static const auto migrations = embedded_migrations();
    return migrations;
}

std::string part_for(Dialect dialect, std::string_view sql) {
    std::string part;
    bool is_ours = true;
    for (const auto line : text::split(sql, '\n')) {
        const auto marker = text::trim(line);
        if (marker == "-- both:") {
            is_ours = true;
        } else if (marker == "-- sqlite:") {
            is_ours = dialect == Dialect::sqlite;
        } else if (marker == "-- postgres:") {
            is_ours = dialect == Dialect::postgres;
        } else if (is_ours) {
            part += line;
            part += '\n';
        }
    }
    return part;
}

Result<std::vector<MigrationStatus>> migration_status(Database& database,
                                                      std::span<const Migration> known) {
    const auto history = database.read(applied);
    GK_CHECK(agree(history, known));
    std::vector<MigrationStatus> status;
    for (const auto& migration : known) {
        const auto row = history.find(migration.number);
        status.push_back({migration.name, row != history.end()
                                              ? std::optional(row->second.applied_at)
                                              : std::nullopt});
    }
    return status;
}

Result<std::vector<std::string>> migrate_up(Database& database, Moment now,
                                            std::span<const Migration> known,
                                            const AppliedFunction& on_applied) {
    make_history(database);
    std::vector<std::string> names;
    for (const auto& migration : known) {
        GK_TRY(const bool is_new, database.write([&](Transaction& transaction) {
            return apply(transaction, migration, known, now, on_applied);
        }));
        if (is_new) {
            names.push_back(migration.name);
        }
    }
    return names;
}

void make_schema(Transaction& transaction, std::span<const Migration> migrations) {
    transaction.execute(history_table);
    for (const auto& migration : migrations) {
        transaction.run_script(part_for(transaction.dialect(), migration.sql));
    }
}

std::vector<AppliedMigration> applied_migrations(Snapshot& snapshot) {
    std::vector<AppliedMigration> history;
    for (const auto& [number, row] : applied(snapshot)) {
        history.push_back({number, row.name, row.checksum});
    }
    return history;
}

Result<std::span<const Migration>> migrations_of(std::span<const AppliedMigration> history,
                                                 std::span<const Migration> known) {
    AppliedByNumber by_number;
    for (const auto& row : history) {
        if (row.number != static_cast<int>(by_number.size()) + 1) {
            return error(migration_changed, row.name);
        }
        by_number[row.number] = {row.name, row.checksum, {}};
    }
    GK_CHECK(agree(by_number, known));
    return known.first(history.size());
}

Result<void> require_current_schema(Database& database, std::span<const Migration> known) {
    GK_TRY(const auto status, migration_status(database, known));
    const auto is_missing = [](const MigrationStatus& each) { return !each.applied_at; };
    const auto first = std::ranges::find_if(status, is_missing);
    if (first != status.end()) {
        return error(schema_behind, std::ranges::count_if(status, is_missing), first->name);
    }
    return {};
}

}  // namespace gk::store
