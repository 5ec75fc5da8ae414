#include "audit/service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/sample_chain.hpp"
#include "audit/store.hpp"
#include "base/id.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::audit {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

// A trail of six entries, which someone with the rights of the database's owner then gets at.
class AuditService : public gk::test::OnBothDatabases {
protected:
    AuditService() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        for (int number = 1; number <= 6; ++number) {
            database().write([&](store::Transaction& transaction) {
                append(transaction, test::sample_act(number));
            });
        }
    }

    ~AuditService() override { fs::remove_all(keys_); }

    void tamper(std::string_view sql) {
        database().write([&](store::Transaction& transaction) {
            const bool is_sqlite = transaction.dialect() == store::Dialect::sqlite;
            for (const auto& [name, table] : {std::pair("audit_entries_stay", "audit_entries"),
                                              std::pair("audit_entries_stand", "audit_entries"),
                                              std::pair("audit_head_grows", "audit_head")}) {
                transaction.run_script("DROP TRIGGER IF EXISTS " + std::string(name) +
                                       (is_sqlite ? "" : " ON " + std::string(table)));
            }
            transaction.run_script(sql);
        });
    }

    std::vector<Breach> breaches() { return verify(database()).breaches; }

    std::string checkpoint() {
        auto made = make_checkpoint(database(), keys_, Moment{9});
        EXPECT_TRUE(made.has_value());
        return made->json;
    }

    std::string code_of(std::string_view checkpoint) {
        const auto verified = verify(database(), checkpoint, keys_);
        return verified ? "" : verified.error().first().code;
    }

    fs::path keys_ = fs::temp_directory_path() / ("gongkai_" + new_public_id());
};

GK_ON_BOTH_DATABASES(AuditService);

TEST_P(AuditService, finds_an_entry_that_was_changed) {
    tamper("UPDATE audit_entries SET actor = 'cli:other' WHERE sequence = 3");
    EXPECT_THAT(breaches(), ElementsAre(Breach{3, BreachKind::changed}));
}

TEST_P(AuditService, finds_an_entry_that_was_removed) {
    tamper("DELETE FROM audit_entries WHERE sequence = 3");
    EXPECT_THAT(breaches(),
                ElementsAre(Breach{4, BreachKind::missing}, Breach{4, BreachKind::changed},
                            Breach{6, BreachKind::tail_differs}));
}

TEST_P(AuditService, finds_entries_that_changed_places) {
    tamper(
        "UPDATE audit_entries SET sequence = 100 WHERE sequence = 3;"
        "UPDATE audit_entries SET sequence = 3 WHERE sequence = 4;"
        "UPDATE audit_entries SET sequence = 4 WHERE sequence = 100");
    EXPECT_THAT(breaches(),
                ElementsAre(Breach{3, BreachKind::changed}, Breach{4, BreachKind::changed},
                            Breach{5, BreachKind::changed}));
}

TEST_P(AuditService, finds_an_entry_that_was_put_in) {
    tamper(
        "INSERT INTO audit_entries SELECT 0, agency_id, acted_at, actor, act, object_kind,"
        " object_id, details, hash FROM audit_entries WHERE sequence = 1");
    EXPECT_FALSE(breaches().empty());
}

TEST_P(AuditService, finds_that_the_last_entries_were_cut_off) {
    tamper("DELETE FROM audit_entries WHERE sequence > 4");
    EXPECT_THAT(breaches(), ElementsAre(Breach{6, BreachKind::tail_differs}));
}

TEST_P(AuditService, finds_a_head_that_is_gone) {
    tamper(GetParam() == store::Dialect::sqlite
               ? "DROP TRIGGER audit_head_stays; DELETE FROM audit_head"
               : "DROP TRIGGER audit_head_stays ON audit_head; DELETE FROM audit_head");
    EXPECT_THAT(breaches(), ElementsAre(Breach{0, BreachKind::tail_differs}));
}

TEST_P(AuditService, reads_on_past_a_field_of_another_type) {
    if (GetParam() == store::Dialect::postgres) {
        tamper(
            "ALTER TABLE audit_entries ALTER COLUMN actor DROP NOT NULL;"
            "UPDATE audit_entries SET actor = NULL WHERE sequence = 3");
    } else {
        tamper("UPDATE audit_entries SET actor = x'00FF' WHERE sequence = 3");
    }
    EXPECT_THAT(breaches(), ElementsAre(Breach{3, BreachKind::unreadable}));
}

TEST_P(AuditService, a_checkpoint_holds_while_the_trail_grows) {
    const auto noted = checkpoint();
    database().write(
        [](store::Transaction& transaction) { append(transaction, test::sample_act(7)); });
    const auto verified = verify(database(), noted, keys_);
    ASSERT_TRUE(verified.has_value());
    EXPECT_TRUE(verified->is_intact());
    EXPECT_EQ(verified->entry_count, 7);
}

TEST_P(AuditService, a_checkpoint_shows_a_trail_that_was_written_anew) {
    const auto noted = checkpoint();
    tamper("DELETE FROM audit_entries; UPDATE audit_head SET entry_count = 0, hash = '" +
           std::string(no_entry_hash) + "'");
    for (int number = 11; number <= 18; ++number) {
        database().write([&](store::Transaction& transaction) {
            append(transaction, test::sample_act(number));
        });
    }
    EXPECT_TRUE(breaches().empty());
    const auto verified = verify(database(), noted, keys_);
    ASSERT_TRUE(verified.has_value());
    EXPECT_THAT(verified->breaches, ElementsAre(Breach{6, BreachKind::checkpoint_differs}));
}

TEST_P(AuditService, needs_the_key_that_signed_the_checkpoint) {
    const auto signed_now = checkpoint();
    fs::remove(signing_key_file(keys_));
    EXPECT_EQ(code_of(signed_now), "audit.signing_key_missing");
    static_cast<void>(checkpoint());
    EXPECT_EQ(code_of(signed_now), "audit.checkpoint_not_ours");
    EXPECT_EQ(code_of("{}"), "audit.not_a_checkpoint");
    fs::permissions(signing_key_file(keys_), fs::perms::owner_read | fs::perms::others_read);
    EXPECT_EQ(code_of(signed_now), "audit.signing_key_exposed");
    const auto refused = make_checkpoint(database(), keys_, Moment{9});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "audit.signing_key_exposed");
}

}  // namespace
}  // namespace gk::audit
