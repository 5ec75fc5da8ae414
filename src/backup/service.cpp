#include "backup/service.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "audit/service.hpp"
#include "audit/store.hpp"
#include "backup/archive_file.hpp"
#include "backup/dump_store.hpp"
#include "backup/errors.hpp"
#include "base/assert.hpp"
#include "people/errors.hpp"
#include "store/failure.hpp"

namespace gk::backup {

namespace {

namespace fs = std::filesystem;

using people::Actor;
using store::Database;
using store::Snapshot;
using store::Transaction;

constexpr std::string_view object_kind = "backup";
constexpr std::string_view create_act = "backup.create";
constexpr std::string_view restore_act = "backup.restore";

Result<void> permit(const Actor& actor) {
    if (!actor.may(people::Permission::operate)) {
        return error(people::operator_only);
    }
    return {};
}

void record(Transaction& transaction, std::string_view act, const fs::path& file,
            audit::Details details, const Actor& actor, Moment now) {
    if (has_trail(transaction)) {
        audit::append(transaction, {.at = now,
                                    .actor = actor.name,
                                    .act = std::string(act),
                                    .object_kind = std::string(object_kind),
                                    .object_id = file.filename().string(),
                                    .agency = std::nullopt,
                                    .details = std::move(details)});
    }
}

// ---- create

// Adds the database and the stored files, in this order: a file that a row names is there by then.
Result<void> add_data(ArchiveWriter& archive, Manifest& manifest, Database& database,
                      const BackupPlan& plan, const fs::path& scratch) {
    const auto dump = scratch / content_name;
    manifest.database =
        database.read([&](Snapshot& snapshot) { return write_dump(snapshot, dump); });
    if (!manifest.database) {
        return error(nothing_to_back_up);
    }
    manifest.parts.push_back(archive.add_file(content_name, dump).value());
    add_folder(archive, files_prefix, plan.data / "files", manifest.parts);
    return {};
}

Result<void> add_keys(ArchiveWriter& archive, Manifest& manifest, const BackupPlan& plan) {
    const auto folder = plan.data / "keys";
    add_folder(archive, keys_prefix, folder, manifest.parts);
    if (manifest.count_of(keys_prefix) == 0) {
        return error(keys_to_back_up_missing, folder.string());
    }
    return {};
}

Result<Manifest> write_archive(const fs::path& file, Database& database, const BackupPlan& plan,
                               const fs::path& scratch, Moment now) {
    ArchiveWriter archive(file);
    Manifest manifest{
        .program = GONGKAI_VERSION, .made_at = now, .database = std::nullopt, .parts = {}};
    if (plan.keys != BackupKeys::alone) {
        GK_CHECK(add_data(archive, manifest, database, plan, scratch));
    }
    if (plan.keys != BackupKeys::left_out) {
        GK_CHECK(add_keys(archive, manifest, plan));
    }
    archive.add_text(manifest_name, to_json(manifest));
    archive.finish();
    return manifest;
}

// ---- verify

// Those that a row names and that are not in the archive as what they are named.
std::vector<std::string> missing_files(Database& database, const Manifest& manifest) {
    std::set<std::string, std::less<>> there;
    for (const auto& part : manifest.parts) {
        if (part.name.starts_with(files_prefix) && part.name.ends_with("/" + part.sha256)) {
            there.insert(part.sha256);
        }
    }
    auto missing = database.read(stored_addresses);
    std::erase_if(missing, [&](const std::string& address) { return there.contains(address); });
    return missing;
}

// Fills a database from the dump and looks at its trail, whether it is the one that the manifest
// speaks of, and at the stored files that it names.
Result<void> verify_dump(const fs::path& dump, std::string_view archive,
                         BackupVerification& found) {
    const auto& mark = *found.manifest.database;
    const auto database = Database::open({.address = (dump.parent_path() / "trial.db").string()});
    try {
        GK_CHECK(database->write(
            [&](Transaction& transaction) { return load_dump(transaction, dump, archive); }));
    } catch (const store::Violation&) {
        return error(archive_damaged, archive);
    }
    found.missing_files = missing_files(*database, found.manifest);
    if (!database->read(has_trail)) {
        return {};
    }
    found.trail = audit::verify(*database);
    const auto& head = found.trail->head;
    if (head.entry_count != mark.entry_count || head.hash != mark.trail_hash) {
        return error(archive_damaged, archive);
    }
    return {};
}

// Leaves the dump in the scratch folder.
Result<BackupVerification> verify_in(const fs::path& file, const fs::path& scratch) {
    if (!fs::exists(file)) {
        return error(backup_missing, file.string());
    }
    BackupVerification found;
    const auto dump = scratch / content_name;
    GK_TRY(found.manifest, read_archive(file, dump));
    found.sha256 = digest_of_file(file);
    if (found.manifest.database) {
        GK_CHECK(verify_dump(dump, file.filename().string(), found));
    }
    return found;
}

// ---- restore

Result<void> check_target(Database& database, const RestorePlan& plan) {
    if (plan.existing == ExistingData::replace) {
        return {};
    }
    if (database.read(has_tables)) {
        return error(target_not_empty, "数据库");
    }
    const auto files = plan.data / "files";
    if (fs::exists(files) && !fs::is_empty(files)) {
        return error(target_not_empty, fmt::format("文件目录 {} ", files.string()));
    }
    return {};
}

ClosedAccess load_into(Database& database, const fs::path& dump, const RestorePlan& plan,
                       const BackupVerification& verification, const Actor& actor, Moment now) {
    const auto loaded = database.write([&](Transaction& transaction) -> Result<ClosedAccess> {
        GK_CHECK(load_dump(transaction, dump, plan.file.filename().string()));
        const auto closed = close_access(transaction, now);
        record(transaction, restore_act, plan.file,
               {{"made_at", verification.manifest.made_at.iso()},
                {"sha256", verification.sha256},
                {"ended_sessions", std::to_string(closed.sessions)},
                {"dropped_links", std::to_string(closed.links)}},
               actor, now);
        return closed;
    });
    // It has just been verified.
    GK_ASSERT(loaded.has_value());
    return *loaded;
}

}  // namespace

Result<MadeBackup> create_backup(Database& database, const BackupPlan& plan, const Actor& actor,
                                 Moment now) {
    GK_CHECK(permit(actor));
    if (fs::exists(plan.file)) {
        return error(backup_exists, plan.file.string());
    }
    const ScratchFolder scratch(fs::absolute(plan.file).parent_path());
    const auto unfinished = scratch.path() / "backup";
    GK_TRY(auto manifest, write_archive(unfinished, database, plan, scratch.path(), now));
    MadeBackup made{.manifest = std::move(manifest),
                    .byte_count = static_cast<std::int64_t>(fs::file_size(unfinished)),
                    .sha256 = digest_of_file(unfinished)};
    if (!put_in_place(unfinished, plan.file)) {
        return error(backup_exists, plan.file.string());
    }
    database.write([&](Transaction& transaction) {
        const auto key_count = made.manifest.count_of(keys_prefix);
        record(transaction, create_act, plan.file,
               {{"sha256", made.sha256},
                {"file_count", std::to_string(made.manifest.count_of(files_prefix))},
                {"key_count", std::to_string(key_count)},
                {"has_database", made.manifest.database ? "true" : "false"}},
               actor, now);
    });
    return made;
}

Result<BackupVerification> verify_backup(const fs::path& file, const fs::path& scratch) {
    const ScratchFolder folder(scratch);
    return verify_in(file, folder.path());
}

Result<RestoredBackup> restore_backup(Database& database, const RestorePlan& plan,
                                      const Actor& actor, Moment now) {
    GK_CHECK(permit(actor));
    const ScratchFolder scratch(plan.data);
    RestoredBackup restored;
    GK_TRY(restored.verification, verify_in(plan.file, scratch.path()));
    const bool has_database = restored.verification.manifest.database.has_value();
    if (has_database) {
        GK_CHECK(check_target(database, plan));
    }
    const Extraction extraction{
        .archive = plan.file, .data = plan.data, .scratch = scratch.path(), .now = now};
    GK_TRY(const auto keys, extract_keys(extraction, plan.existing == ExistingData::replace));
    restored.key_count = keys;
    GK_TRY(restored.file_count, extract_files(extraction));
    if (has_database) {
        const auto closed = load_into(database, scratch.path() / content_name, plan,
                                      restored.verification, actor, now);
        restored.ended_sessions = closed.sessions;
        restored.dropped_links = closed.links;
    }
    return restored;
}

std::optional<Moment> last_backup_at(Database& database) {
    return database.read([](Snapshot& snapshot) -> std::optional<Moment> {
        if (!has_trail(snapshot)) {
            return std::nullopt;
        }
        const audit::EntryFilter of_backups{.act = std::string(create_act),
                                            .object_kind = std::string(object_kind)};
        const auto last = audit::list_entries(snapshot, of_backups, {.limit = 1});
        return last.rows.empty() ? std::nullopt : std::optional(last.rows.front().at);
    });
}

}  // namespace gk::backup
