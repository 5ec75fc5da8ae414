#include "audit/store.hpp"

#include <latch>
#include <thread>

#include <gtest/gtest.h>

#include "audit/migration_service.hpp"
#include "audit/sample_chain.hpp"
#include "audit/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::audit {
namespace {

class AuditStore : public gk::test::OnBothDatabases {
protected:
    AuditStore() { EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value()); }

    AuditEntry add(int number) {
        return database().write([&](store::Transaction& transaction) {
            return append(transaction, test::sample_act(number));
        });
    }

    AuditHead head() { return database().read(load_head); }
};

GK_ON_BOTH_DATABASES(AuditStore);

TEST_P(AuditStore, writes_the_chain_that_the_check_expects) {
    const auto expected = test::sample_chain(5);
    for (int number = 1; number <= 5; ++number) {
        EXPECT_EQ(add(number), expected.entries[static_cast<std::size_t>(number - 1)]);
    }
    EXPECT_EQ(head(), expected.head);
    const auto of_one = database().read([](store::Snapshot& snapshot) {
        return load_entries_of(snapshot, "annual_report", "report4");
    });
    ASSERT_EQ(of_one.size(), 1U);
    EXPECT_EQ(of_one.front(), expected.entries[3]);
    EXPECT_TRUE(verify(database()).is_intact());
}

TEST_P(AuditStore, an_act_that_is_undone_leaves_no_gap) {
    add(1);
    EXPECT_THROW(database().write([](store::Transaction& transaction) {
        append(transaction, test::sample_act(2));
        throw std::runtime_error("the act failed");
    }),
                 std::runtime_error);
    EXPECT_EQ(add(3).sequence, 2);
    EXPECT_EQ(verify(database()).entry_count, 2);
    EXPECT_TRUE(verify(database()).is_intact());
}

TEST_P(AuditStore, two_acts_of_one_transaction_follow_each_other) {
    database().write([](store::Transaction& transaction) {
        append(transaction, test::sample_act(1));
        append(transaction, test::sample_act(2));
    });
    EXPECT_EQ(head().entry_count, 2);
    EXPECT_TRUE(verify(database()).is_intact());
}

TEST_P(AuditStore, appends_of_many_threads_make_one_chain) {
    constexpr int threads = 6;
    constexpr int rounds = 15;
    std::latch ready(threads);
    {
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < threads; ++writer) {
            writers.emplace_back([&, writer] {
                ready.arrive_and_wait();
                for (int round = 0; round < rounds; ++round) {
                    const bool is_undone = round % 5 == 4;
                    const auto outcome =
                        database().write([&](store::Transaction& transaction) -> Result<void> {
                            append(transaction, test::sample_act(writer * rounds + round));
                            return is_undone ? Result<void>(Error(ErrorKind::refused,
                                                                  {{.code = "test.undone",
                                                                    .message = {},
                                                                    .field = {},
                                                                    .basis = {},
                                                                    .hint = {}}}))
                                             : Result<void>();
                        });
                    EXPECT_EQ(outcome.has_value(), !is_undone);
                }
            });
        }
    }
    EXPECT_EQ(head().entry_count, threads * rounds * 4 / 5);
    EXPECT_TRUE(verify(database()).is_intact());
}

TEST_P(AuditStore, the_database_refuses_to_change_or_remove_what_was_written) {
    add(1);
    add(2);
    for (const auto* statement :
         {"UPDATE audit_entries SET actor = 'other'", "DELETE FROM audit_entries",
          "DELETE FROM audit_entries WHERE sequence = 2", "DELETE FROM audit_head",
          "UPDATE audit_head SET entry_count = 1",
          "INSERT INTO audit_head (number, entry_count, hash) VALUES (2, 0, '')"}) {
        EXPECT_THROW(database().write(
                         [&](store::Transaction& transaction) { transaction.execute(statement); }),
                     Bug)
            << statement;
    }
    EXPECT_EQ(verify(database()).entry_count, 2);
    EXPECT_TRUE(verify(database()).is_intact());
}

TEST_P(AuditStore, the_upgrade_of_the_schema_stands_in_the_trail) {
    const gk::test::ThrowawayDatabase other(GetParam());
    const auto fresh = other.open();
    const auto names = migrate_up(*fresh, "cli:root", Moment{5});
    ASSERT_TRUE(names.has_value());
    EXPECT_EQ(names->size(), store::known_migrations().size());
    for (const auto& name : *names) {
        const auto entries = fresh->read([&](store::Snapshot& snapshot) {
            return load_entries_of(snapshot, "migration", name);
        });
        ASSERT_EQ(entries.size(), 1U) << name;
        EXPECT_EQ(entries.front().act, "schema.migrate");
        EXPECT_EQ(entries.front().actor, "cli:root");
    }
    EXPECT_TRUE(migrate_up(*fresh, "cli:root", Moment{6})->empty());
    const auto found = verify(*fresh);
    EXPECT_TRUE(found.is_intact());
    EXPECT_EQ(found.entry_count, static_cast<std::int64_t>(names->size()));
}

}  // namespace
}  // namespace gk::audit
