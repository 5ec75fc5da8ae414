// Backups of either database, and the drill: a lost installation comes back from its backup.
#include "backup/service.hpp"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "audit/migration_service.hpp"
#include "audit/service.hpp"
#include "audit/store.hpp"
#include "backup/archive_file.hpp"
#include "backup/dump_store.hpp"
#include "base/hash.hpp"
#include "base/id.hpp"
#include "people/key_ring.hpp"
#include "people/sealed_text.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "support/golden.hpp"

namespace gk::backup {
namespace {

namespace fs = std::filesystem;

const people::Actor operating = people::operator_named("cli:root");
constexpr Moment now{1'706'000'000'000};
constexpr std::string_view stored_bytes = "%PDF-1.7 a letter";

std::string code_of(const Error& error) {
    return error.first().code;
}

class Backups : public test::OnBothDatabases {
protected:
    Backups() {
        EXPECT_TRUE(audit::migrate_up(database(), "cli:root", now).has_value());
        register_agency(database(), "xigebi");
        keep_file(data_, stored_bytes);
        EXPECT_TRUE(people::create_key_ring(data_ / "keys").has_value());
    }

    ~Backups() override { fs::remove_all(folder_); }

    static void register_agency(store::Database& database, const std::string& code) {
        people::NewAgency agency;
        agency.code = agency.short_name = code;
        agency.name = "沙湾市西戈壁镇人民政府";
        EXPECT_TRUE(people::register_agency(database, agency, operating, now).has_value());
    }

    // As the folder of files keeps it.
    static fs::path keep_file(const fs::path& data, std::string_view bytes) {
        const auto address = sha256_hex(bytes);
        const auto folder = data / "files" / address.substr(0, 2);
        fs::create_directories(folder);
        std::ofstream(folder / address, std::ios::binary) << bytes;
        return folder / address;
    }

    MadeBackup make(BackupKeys keys = BackupKeys::left_out) {
        auto made =
            create_backup(database(), {.file = file_, .data = data_, .keys = keys}, operating, now);
        EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().first().message);
        return *std::move(made);
    }

    std::string code_of_verifying() {
        const auto found = verify_backup(file_, folder_);
        return found ? "" : code_of(found.error());
    }

    // All that the database holds, as lines.
    std::string dump_of(store::Database& database) {
        const auto file = folder_ / "dump";
        EXPECT_TRUE(database.read(
            [&](store::Snapshot& snapshot) { return write_dump(snapshot, file).has_value(); }));
        return gk::test::read_file(file);
    }

    static std::vector<audit::AuditEntry> entries_of_backup(store::Database& database,
                                                            const std::string& name) {
        return database.read([&](store::Snapshot& snapshot) {
            return audit::load_entries_of(snapshot, "backup", name);
        });
    }

    fs::path folder_ = fs::temp_directory_path() / ("gongkai_" + new_public_id());
    fs::path data_ = folder_ / "data";
    fs::path file_ = folder_ / "backups/monday.tar.zst";
    fs::path other_ = folder_ / "other";
};

GK_ON_BOTH_DATABASES(Backups);

TEST_P(Backups, are_made_for_their_owner_alone_and_stand_in_the_trail) {
    EXPECT_EQ(last_backup_at(database()), std::nullopt);
    const auto made = make();
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(made.byte_count, static_cast<std::int64_t>(fs::file_size(file_)));
    EXPECT_EQ(made.sha256, sha256_hex(gk::test::read_file(file_)));
    EXPECT_EQ(made.manifest.count_of(files_prefix), 1U);
    EXPECT_EQ(made.manifest.count_of(keys_prefix), 0U);
    EXPECT_EQ(std::distance(fs::directory_iterator(file_.parent_path()), {}), 1);
    const auto entries = entries_of_backup(database(), "monday.tar.zst");
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].act, "backup.create");
    EXPECT_NE(entries[0].details.find(made.sha256), std::string::npos);
    EXPECT_EQ(last_backup_at(database()), now);
}

TEST_P(Backups, are_verified_down_to_the_trail_of_the_database_inside) {
    const auto made = make(BackupKeys::included);
    const auto found = verify_backup(file_, folder_);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->sha256, made.sha256);
    EXPECT_EQ(found->manifest.parts, made.manifest.parts);
    EXPECT_EQ(found->manifest.database, made.manifest.database);
    EXPECT_EQ(found->manifest.made_at, now);
    ASSERT_TRUE(found->trail.has_value());
    EXPECT_TRUE(found->trail->is_intact());
    EXPECT_EQ(found->trail->head.entry_count, made.manifest.database->entry_count);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 2) << "scratch has stayed";
}

TEST_P(Backups, tell_that_the_trail_was_changed_before_they_were_made) {
    database().write([&](store::Transaction& transaction) {
        transaction.run_script(GetParam() == store::Dialect::sqlite
                                   ? "DROP TRIGGER audit_entries_stand"
                                   : "ALTER TABLE audit_entries DISABLE TRIGGER USER");
        transaction.run_script("UPDATE audit_entries SET actor = 'cli:other' WHERE sequence = 2");
    });
    make();
    const auto found = verify_backup(file_, folder_);
    ASSERT_TRUE(found.has_value());
    EXPECT_FALSE(found->is_trail_intact());
    EXPECT_EQ(found->trail->breach_count, 1);
}

TEST_P(Backups, tell_which_stored_files_were_lost_before_they_were_made) {
    const auto name_file = [&](std::string_view bytes) {
        database().write([&](store::Transaction& transaction) {
            transaction.execute(
                "INSERT INTO stored_files (public_id, agency_id, kind, given_name, address, sha256,"
                " sm3, byte_count, is_sealed, stored_at) SELECT ?, id, 'pdf', 'a.pdf', ?, ?, '', 1,"
                " 0, 1 FROM agencies",
                new_public_id(), sha256_hex(bytes), sha256_hex(bytes));
        });
    };
    name_file(stored_bytes);
    make();
    EXPECT_TRUE(verify_backup(file_, folder_)->missing_files.empty());
    fs::remove(file_);
    name_file("lost");
    const auto damaged = keep_file(data_, "damaged");
    std::ofstream(damaged, std::ios::binary) << "damagex";
    name_file("damaged");
    make();
    const auto found = verify_backup(file_, folder_);
    ASSERT_TRUE(found.has_value());
    auto expected = std::vector{sha256_hex("lost"), sha256_hex("damaged")};
    std::ranges::sort(expected);
    EXPECT_EQ(found->missing_files, expected);
}

TEST_P(Backups, let_nobody_in_again_who_was_in_when_they_were_made) {
    database().write([&](store::Transaction& transaction) {
        transaction.run_script(
            "INSERT INTO accounts (public_id, agency_id, login_name, display_name, state, version,"
            " created_at, must_change_password, second_factor_step)"
            " SELECT 'a', id, 'zhang', '张某', 'active', 1, 1, 0, 0 FROM agencies;"
            "INSERT INTO sessions (public_id, account_id, token_hash, state, began_at,"
            " last_seen_at, idle_ms_max, expires_at, address, user_agent, code_count)"
            " SELECT 's', id, 't', 'full', 1, 1, 1, 9000000000000, '', '', 0 FROM accounts;"
            "INSERT INTO one_time_links (token_hash, account_id, expires_at)"
            " SELECT 'l', id, 9000000000000 FROM accounts;");
    });
    make();
    const test::ThrowawayDatabase throwaway(GetParam());
    const auto target = throwaway.open();
    const auto restored = restore_backup(*target, {.file = file_, .data = other_}, operating, now);
    ASSERT_TRUE(restored.has_value()) << restored.error().first().message;
    EXPECT_EQ(restored->ended_sessions, 1);
    EXPECT_EQ(restored->dropped_links, 1);
    const auto count = [&](const std::string& what) {
        return target->read([&](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT COUNT(*) FROM " + what);
            EXPECT_TRUE(row.next());
            return row.get<int>(0);
        });
    };
    EXPECT_EQ(count("sessions WHERE ended_at IS NULL"), 0);
    EXPECT_EQ(count("one_time_links"), 0);
    EXPECT_NE(
        entries_of_backup(*target, "monday.tar.zst")[0].details.find(R"("ended_sessions":"1")"),
        std::string::npos);
}

// The drill.
TEST_P(Backups, bring_a_lost_installation_back_on_either_database) {
    const auto ring = *people::load_key_ring(data_ / "keys");
    const people::SealedPlace place{.table = "t", .column = "c", .row_id = 1};
    const auto sealed = people::seal(ring, place, "申请人甲");
    const auto before = dump_of(database());
    make(BackupKeys::included);
    for (const auto dialect : {store::Dialect::sqlite, store::Dialect::postgres}) {
        const test::ThrowawayDatabase throwaway(dialect);
        const auto target = throwaway.open();
        const auto data = other_ / std::to_string(static_cast<int>(dialect));
        const Moment later{now.utc_ms + 1000};
        const auto restored =
            restore_backup(*target, {.file = file_, .data = data}, operating, later);
        ASSERT_TRUE(restored.has_value()) << restored.error().first().message;
        EXPECT_EQ(restored->file_count, 1U);
        EXPECT_EQ(restored->key_count, 1U);
        EXPECT_TRUE(store::require_current_schema(*target).has_value());
        EXPECT_TRUE(people::find_agency(*target, "xigebi").has_value());
        EXPECT_TRUE(audit::verify(*target).is_intact());
        const auto entries = entries_of_backup(*target, "monday.tar.zst");
        ASSERT_EQ(entries.size(), 1U);
        EXPECT_EQ(entries[0].act, "backup.restore");
        const auto address = sha256_hex(stored_bytes);
        EXPECT_EQ(gk::test::read_file(data / "files" / address.substr(0, 2) / address),
                  stored_bytes);
        EXPECT_EQ(*people::open_sealed(*people::load_key_ring(data / "keys"), place, sealed),
                  "申请人甲");
        // It goes on from there.
        register_agency(*target, "later");
        EXPECT_TRUE(audit::verify(*target).is_intact());
    }
    EXPECT_NE(dump_of(database()), before) << "the backup itself stands in the trail";
}

TEST_P(Backups, are_not_poured_over_data_unless_they_are_to_replace_it) {
    make();
    register_agency(database(), "younger");
    const auto before = dump_of(database());
    const RestorePlan plan{.file = file_, .data = data_};
    const auto refused = restore_backup(database(), plan, operating, now);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(code_of(refused.error()), "backup.target_not_empty");
    EXPECT_EQ(dump_of(database()), before);

    const test::ThrowawayDatabase throwaway(GetParam());
    const auto empty = throwaway.open();
    EXPECT_EQ(code_of(restore_backup(*empty, plan, operating, now).error()),
              "backup.target_not_empty")
        << "for its stored files";

    const RestorePlan replacing{.file = file_, .data = data_, .existing = ExistingData::replace};
    const auto restored = restore_backup(database(), replacing, operating, now);
    ASSERT_TRUE(restored.has_value()) << restored.error().first().message;
    EXPECT_EQ(restored->file_count, 0U);
    EXPECT_FALSE(people::find_agency(database(), "younger").has_value());
    EXPECT_TRUE(audit::verify(database()).is_intact());
}

TEST_P(Backups, mend_a_stored_file_that_is_damaged) {
    make();
    const auto kept =
        data_ / "files" / sha256_hex(stored_bytes).substr(0, 2) / sha256_hex(stored_bytes);
    std::ofstream(kept, std::ios::binary) << "%PDF-1.7 a lettes";
    const auto restored = restore_backup(
        database(), {.file = file_, .data = data_, .existing = ExistingData::replace}, operating,
        now);
    ASSERT_TRUE(restored.has_value());
    EXPECT_EQ(restored->file_count, 1U);
    EXPECT_EQ(gk::test::read_file(kept), stored_bytes);
}

TEST_P(Backups, of_keys_alone_bring_back_the_keys_and_touch_nothing_else) {
    const auto made = make(BackupKeys::alone);
    EXPECT_EQ(made.manifest.database, std::nullopt);
    EXPECT_EQ(made.manifest.parts.size(), 1U);
    const auto keys = gk::test::read_file(people::key_ring_file(data_ / "keys"));
    fs::remove_all(data_ / "keys");
    const RestorePlan plan{.file = file_, .data = data_};
    EXPECT_EQ((*restore_backup(database(), plan, operating, now)).key_count, 1U);
    EXPECT_EQ(gk::test::read_file(people::key_ring_file(data_ / "keys")), keys);
    EXPECT_TRUE(people::load_key_ring(data_ / "keys").has_value());
    EXPECT_EQ((*restore_backup(database(), plan, operating, now)).key_count, 0U);
    EXPECT_TRUE(people::find_agency(database(), "xigebi").has_value());
}

TEST_P(Backups, write_no_key_over_another) {
    make(BackupKeys::alone);
    const auto file = people::key_ring_file(data_ / "keys");
    fs::remove(file);
    ASSERT_TRUE(people::create_key_ring(data_ / "keys").has_value());
    const auto younger = gk::test::read_file(file);
    const auto refused = restore_backup(database(), {.file = file_, .data = data_}, operating, now);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(code_of(refused.error()), "backup.keys_differ");
    EXPECT_EQ(gk::test::read_file(file), younger);

    const auto restored = restore_backup(
        database(), {.file = file_, .data = data_, .existing = ExistingData::replace}, operating,
        now);
    EXPECT_EQ(restored->key_count, 1U);
    EXPECT_EQ(gk::test::read_file(file.string() + ".before-restore-2024-01-23-1653"), younger);
    EXPECT_NE(gk::test::read_file(file), younger);
}

TEST_P(Backups, that_were_damaged_on_the_way_are_refused_and_change_nothing) {
    make();
    const auto whole = gk::test::read_file(file_);
    auto changed = whole;
    changed[whole.size() / 2] = static_cast<char>(changed[whole.size() / 2] ^ 1);
    for (const auto& bytes : {changed, whole.substr(0, whole.size() - 20)}) {
        std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes;
        EXPECT_EQ(code_of_verifying(), "backup.damaged");
    }
    const auto before = dump_of(database());
    EXPECT_FALSE(restore_backup(database(),
                                {.file = file_, .data = data_, .existing = ExistingData::replace},
                                operating, now)
                     .has_value());
    EXPECT_EQ(dump_of(database()), before);
    for (const std::string bytes : {"今天的会议纪要。", ""}) {
        std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes;
        EXPECT_EQ(code_of_verifying(), "backup.not_a_backup");
    }
    fs::remove(file_);
    EXPECT_EQ(code_of_verifying(), "backup.missing");
}

// An archive of these parts with the manifest that belongs to others.
void write_parts(const fs::path& file,
                 const std::vector<std::pair<std::string, std::string>>& parts, Manifest manifest) {
    fs::create_directories(file.parent_path());
    ArchiveWriter writer(file);
    for (const auto& [name, bytes] : parts) {
        writer.add_text(name, bytes);
    }
    manifest.made_at = now;
    writer.add_text(manifest_name, to_json(manifest));
    writer.finish();
}

TEST_P(Backups, with_a_part_too_many_or_another_or_without_their_database_are_damaged) {
    Manifest manifest;
    manifest.parts = {{"files/a", 1, sha256_hex("a")}};
    const auto code_with = [&](const std::vector<std::pair<std::string, std::string>>& parts) {
        fs::remove(file_);
        write_parts(file_, parts, manifest);
        return code_of_verifying();
    };
    EXPECT_EQ(code_with({{"files/a", "a"}}), "");
    EXPECT_EQ(code_with({{"files/a", "b"}}), "backup.damaged");
    EXPECT_EQ(code_with({{"files/a", "a"}, {"files/b", "b"}}), "backup.damaged");
    EXPECT_EQ(code_with({}), "backup.damaged");
    manifest.database = DatabaseMark{};
    EXPECT_EQ(code_with({{"files/a", "a"}}), "backup.damaged");
    manifest.parts = {{std::string(content_name), 7, sha256_hex("nothing")}};
    EXPECT_EQ(code_with({{std::string(content_name), "nothing"}}), "backup.damaged");
}

TEST_P(Backups, of_a_younger_schema_are_refused) {
    database().write([&](store::Transaction& transaction) {
        transaction.execute(
            "INSERT INTO schema_migrations (number, name, checksum, applied_at)"
            " VALUES (?, '9999_younger', 'x', 1)",
            static_cast<int>(store::known_migrations().size()) + 1);
    });
    make();
    EXPECT_EQ(code_of_verifying(), "store.schema_newer");
}

TEST_P(Backups, are_refused_to_whom_may_not_and_where_there_is_nothing_to_take) {
    const BackupPlan plan{.file = file_, .data = data_};
    EXPECT_EQ(create_backup(database(), plan, people::everyone(), now).error().kind(),
              ErrorKind::forbidden);
    EXPECT_EQ(restore_backup(database(), {.file = file_, .data = data_}, people::everyone(), now)
                  .error()
                  .kind(),
              ErrorKind::forbidden);
    make();
    EXPECT_EQ(code_of(create_backup(database(), plan, operating, now).error()), "backup.exists");
    const test::ThrowawayDatabase throwaway(GetParam());
    const auto empty = throwaway.open();
    const BackupPlan another{.file = folder_ / "another", .data = data_};
    EXPECT_EQ(code_of(create_backup(*empty, another, operating, now).error()), "backup.nothing");
    const BackupPlan keys{.file = folder_ / "keys", .data = other_, .keys = BackupKeys::alone};
    EXPECT_EQ(code_of(create_backup(database(), keys, operating, now).error()), "backup.no_keys");
    EXPECT_FALSE(fs::exists(keys.file));
}

}  // namespace
}  // namespace gk::backup
