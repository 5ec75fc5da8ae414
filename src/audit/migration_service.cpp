#include "audit/migration_service.hpp"

#include "audit/store.hpp"
#include "store/migration.hpp"

namespace gk::audit {

namespace {

constexpr int migration_of_the_trail = 3;

}  // namespace

Result<std::vector<std::string>> migrate_up(store::Database& database, std::string_view actor,
                                            Moment now) {
    const auto known = std::span<const store::Migration>(store::known_migrations());
    const auto record = [&](store::Transaction& transaction, const store::Migration& migration) {
        append(transaction, {.at = now,
                             .actor = std::string(actor),
                             .act = "schema.migrate",
                             .object_kind = "migration",
                             .object_id = migration.name,
                             .agency = std::nullopt,
                             .details = {{"checksum", migration.checksum()}}});
    };
    return store::migrate_up(
        database, now, known,
        [&](store::Transaction& transaction, const store::Migration& migration) {
            if (migration.number == migration_of_the_trail) {
                for (const auto& earlier : known.first(migration_of_the_trail)) {
                    record(transaction, earlier);
                }
            } else if (migration.number > migration_of_the_trail) {
                record(transaction, migration);
            }
        });
}

}  // namespace gk::audit
