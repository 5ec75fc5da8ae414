#include "store/migration.hpp"

#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "support/both_databases.hpp"

namespace gk::store {
namespace {

using StoreMigration = test::OnBothDatabases;
GK_ON_BOTH_DATABASES(StoreMigration);

constexpr Moment now{1675152309123};

std::vector<Migration> two() {
    return {{1, "0001_first", "CREATE TABLE first (id bigint PRIMARY KEY);"},
            {2, "0002_second",
             "CREATE TABLE second (\n"
             "-- sqlite:\n"
             "    id INTEGER PRIMARY KEY,\n"
             "-- postgres:\n"
             "    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
             "-- both:\n"
             "    name text NOT NULL);\n"
             "INSERT INTO second (name) VALUES ('a'), ('b');"}};
}

std::string code_of(const Error& error) {
    return error.first().code;
}

TEST(Migrations, of_the_program_can_be_read) {
    for (const auto& migration : known_migrations()) {
        EXPECT_FALSE(migration.sql.empty()) << migration.name;
        EXPECT_EQ(migration.checksum().size(), 64U);
    }
}

TEST(Migrations, give_each_database_its_lines) {
    const auto sql = "a\n-- sqlite:\nb\n  -- postgres:\nc\n-- both:\nd";
    EXPECT_EQ(part_for(Dialect::sqlite, sql), "a\nb\nd\n");
    EXPECT_EQ(part_for(Dialect::postgres, sql), "a\nc\nd\n");
}

TEST_P(StoreMigration, brings_an_empty_database_to_the_schema_of_the_program) {
    const auto applied = migrate_up(database(), now);
    ASSERT_TRUE(applied.has_value());
    EXPECT_EQ(applied->size(), known_migrations().size());
    EXPECT_TRUE(require_current_schema(database()).has_value());
}

TEST_P(StoreMigration, applies_what_is_missing_once_and_in_order) {
    const auto all = two();
    const auto first = std::span(all).first(1);
    EXPECT_EQ(*migrate_up(database(), now, first), std::vector<std::string>{"0001_first"});
    EXPECT_EQ(*migrate_up(database(), now, all), std::vector<std::string>{"0002_second"});
    EXPECT_EQ(*migrate_up(database(), now, all), std::vector<std::string>{});
    const auto ids = database().read([](Snapshot& snapshot) {
        std::vector<std::int64_t> found;
        auto row = snapshot.query("SELECT id FROM second ORDER BY id");
        while (row.next()) {
            found.push_back(row.get<std::int64_t>(0));
        }
        return found;
    });
    EXPECT_EQ(ids, (std::vector<std::int64_t>{1, 2}));
}

TEST_P(StoreMigration, tells_what_is_applied_and_since_when_without_writing) {
    const auto all = two();
    auto status = migration_status(database(), all);
    ASSERT_TRUE(status.has_value());
    EXPECT_EQ((*status)[0].applied_at, std::nullopt);
    EXPECT_TRUE(migrate_up(database(), now, std::span(all).first(1)).has_value());
    status = migration_status(database(), all);
    ASSERT_TRUE(status.has_value());
    EXPECT_EQ((*status)[0].applied_at, now);
    EXPECT_EQ((*status)[1].name, "0002_second");
    EXPECT_EQ((*status)[1].applied_at, std::nullopt);
}

TEST_P(StoreMigration, refuses_to_serve_a_schema_that_is_behind) {
    const auto all = two();
    EXPECT_EQ(code_of(require_current_schema(database(), all).error()), "store.schema_behind");
    EXPECT_TRUE(migrate_up(database(), now, std::span(all).first(1)).has_value());
    const auto behind = require_current_schema(database(), all);
    EXPECT_NE(behind.error().first().message.find("0002_second"), std::string::npos);
    EXPECT_TRUE(migrate_up(database(), now, all).has_value());
    EXPECT_TRUE(require_current_schema(database(), all).has_value());
}

TEST_P(StoreMigration, refuses_a_schema_that_is_newer) {
    const auto all = two();
    const auto older = std::span(all).first(1);
    EXPECT_TRUE(migrate_up(database(), now, all).has_value());
    EXPECT_EQ(code_of(migration_status(database(), older).error()), "store.schema_newer");
    EXPECT_EQ(code_of(migrate_up(database(), now, older).error()), "store.schema_newer");
    EXPECT_EQ(code_of(require_current_schema(database(), older).error()), "store.schema_newer");
}

TEST_P(StoreMigration, refuses_an_applied_migration_that_was_edited) {
    auto all = two();
    EXPECT_TRUE(migrate_up(database(), now, std::span(all).first(1)).has_value());
    all[0].sql += " ";
    EXPECT_EQ(code_of(migrate_up(database(), now, all).error()), "store.migration_changed");
    EXPECT_EQ(code_of(migration_status(database(), all).error()), "store.migration_changed");
}

TEST_P(StoreMigration, keeps_nothing_of_a_migration_that_fails_half_way) {
    auto all = two();
    all[1].sql = "CREATE TABLE second (id bigint); INSERT INTO second VALUES (1); SELECT nothing;";
    EXPECT_THROW(static_cast<void>(migrate_up(database(), now, all)), Bug);
    EXPECT_FALSE((*migration_status(database(), all))[1].applied_at.has_value());
    EXPECT_EQ(*migrate_up(database(), now, two()), std::vector<std::string>{"0002_second"});
}

TEST_P(StoreMigration, is_done_once_when_several_processes_start_together) {
    const auto all = two();
    std::atomic<std::size_t> applied = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                const auto own = throwaway().open();
                applied += migrate_up(*own, now, all)->size();
            });
        }
    }
    EXPECT_EQ(applied, 2U);
}

}  // namespace
}  // namespace gk::store
