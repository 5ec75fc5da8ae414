#include "store/content.hpp"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "support/both_databases.hpp"

namespace gk::store {
namespace {

constexpr Moment now{1675152309123};

// Numbers that the database gives, a key to the same table, a trigger, a row of the migration
// itself, bytes, a key of two columns.
std::vector<Migration> schema() {
    return {{1, "0001_all",
             "CREATE TABLE parents (\n"
             "-- sqlite:\n"
             "    id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
             "-- postgres:\n"
             "    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
             "-- both:\n"
             "    name text NOT NULL, elder_id bigint REFERENCES parents (id));\n"
             "CREATE TABLE children (\n"
             "    parent_id bigint NOT NULL REFERENCES parents (id), number integer NOT NULL,\n"
             "-- sqlite:\n"
             "    sealed blob,\n"
             "-- postgres:\n"
             "    sealed bytea,\n"
             "-- both:\n"
             "    PRIMARY KEY (parent_id, number));\n"
             "INSERT INTO parents (name) VALUES ('of the migration');\n"
             "-- sqlite:\n"
             "CREATE TRIGGER parents_stay BEFORE DELETE ON parents BEGIN\n"
             "    SELECT RAISE(ABORT, 'they stay'); END;\n"
             "-- postgres:\n"
             "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$\n"
             "BEGIN RAISE EXCEPTION 'they stay' USING ERRCODE = 'check_violation'; END $$;\n"
             "CREATE TRIGGER parents_stay BEFORE DELETE ON parents\n"
             "FOR EACH ROW EXECUTE PROCEDURE refuse();"}};
}

using Rows = std::vector<std::vector<CellValue>>;
using Content = std::map<std::string, Rows>;

Content content_of(Database& database) {
    return database.read([](Snapshot& snapshot) {
        Content content;
        for (const auto& table : load_table_shapes(snapshot)) {
            auto& rows = content[table.name];
            read_rows(snapshot, table, [&](std::span<const CellValue> row) {
                rows.emplace_back(row.begin(), row.end());
            });
            std::ranges::sort(rows);
        }
        return content;
    });
}

void fill(Database& database) {
    const auto all = schema();
    ASSERT_TRUE(migrate_up(database, now, all).has_value());
    database.write([](Transaction& transaction) {
        transaction.execute("INSERT INTO parents (name) VALUES ('甲'), ('乙')");
        // The elder comes after: rows are not in the order of their keys.
        transaction.execute("UPDATE parents SET elder_id = 3 WHERE id = 2");
        const Blob bytes = {std::byte{0}, std::byte{255}};
        transaction.execute("INSERT INTO children (parent_id, number, sealed) VALUES (3, 1, ?)",
                            bytes);
        transaction.execute("INSERT INTO children (parent_id, number, sealed) VALUES (3, 2, ?)",
                            std::nullopt);
    });
}

void copy(Database& from, Database& to) {
    const auto all = schema();

    struct Table {
        TableShape shape;
        Rows rows;
    };

    const auto tables = from.read([](Snapshot& snapshot) {
        std::vector<Table> read;
        for (const auto& shape : load_table_shapes(snapshot)) {
            auto& table = read.emplace_back(Table{shape, {}});
            read_rows(snapshot, shape, [&](std::span<const CellValue> row) {
                table.rows.emplace_back(row.begin(), row.end());
            });
        }
        return read;
    });
    to.write([&](Transaction& transaction) {
        ContentLoader loader(transaction, all);
        for (const auto& table : tables) {
            ASSERT_TRUE(loader.begin_table(table.shape)) << table.shape.name;
            for (const auto& row : table.rows) {
                ASSERT_TRUE(loader.add_row(row)) << table.shape.name;
            }
        }
        loader.finish();
    });
}

using StoreContent = test::OnBothDatabases;
GK_ON_BOTH_DATABASES(StoreContent);

TEST_P(StoreContent, goes_over_to_either_database_with_nothing_lost) {
    fill(database());
    const auto content = content_of(database());
    ASSERT_EQ(content.at("parents").size(), 3U);
    ASSERT_EQ(content.at("children").size(), 2U);
    ASSERT_EQ(content.at("schema_migrations").size(), 1U);
    for (const auto dialect : {Dialect::sqlite, Dialect::postgres}) {
        const test::ThrowawayDatabase throwaway(dialect);
        const auto target = throwaway.open();
        copy(database(), *target);
        EXPECT_EQ(content_of(*target), content);
        const auto all = schema();
        EXPECT_TRUE(require_current_schema(*target, all).has_value());
    }
}

TEST_P(StoreContent, takes_the_place_of_what_was_there_in_one_transaction) {
    fill(database());
    const test::ThrowawayDatabase throwaway(GetParam());
    const auto target = throwaway.open();
    target->write([](Transaction& transaction) {
        transaction.run_script("CREATE TABLE other (id bigint PRIMARY KEY)");
    });
    const auto before = content_of(*target);
    const auto all = schema();
    EXPECT_THROW(target->write([&](Transaction& transaction) {
        const ContentLoader loader(transaction, all);
        throw std::runtime_error("the power fails");
    }),
                 std::runtime_error);
    EXPECT_EQ(content_of(*target), before);

    copy(database(), *target);
    EXPECT_EQ(content_of(*target), content_of(database()));
    copy(database(), *target);
    EXPECT_EQ(content_of(*target), content_of(database()));
}

TEST_P(StoreContent, gives_no_number_twice_and_keeps_its_triggers) {
    fill(database());
    database().write([](Transaction& transaction) {
        auto last = transaction.query("INSERT INTO parents (name) VALUES ('丙') RETURNING id");
        ASSERT_TRUE(last.next());
        EXPECT_EQ(last.get<std::int64_t>(0), 4);
    });
    const test::ThrowawayDatabase throwaway(GetParam());
    const auto target = throwaway.open();
    copy(database(), *target);
    target->write([](Transaction& transaction) {
        auto next = transaction.query("INSERT INTO parents (name) VALUES ('丁') RETURNING id");
        ASSERT_TRUE(next.next());
        EXPECT_EQ(next.get<std::int64_t>(0), 5);
    });
    EXPECT_ANY_THROW(target->write(
        [](Transaction& transaction) { transaction.execute("DELETE FROM parents"); }));
}

TEST_P(StoreContent, whose_keys_do_not_hold_is_not_taken) {
    const auto all = schema();
    const std::vector<CellValue> orphan = {std::int64_t{7}, std::int64_t{1}, std::monostate{}};
    EXPECT_THROW(database().write([&](Transaction& transaction) {
        ContentLoader loader(transaction, all);
        const auto tables = load_table_shapes(transaction);
        const auto children = std::ranges::find(tables, "children", &TableShape::name);
        ASSERT_TRUE(loader.begin_table(*children));
        ASSERT_TRUE(loader.add_row(orphan));
        loader.finish();
    }),
                 Violation);
    EXPECT_TRUE(content_of(database()).empty());
}

TEST_P(StoreContent, of_another_shape_is_not_taken) {
    const auto all = schema();
    database().write([&](Transaction& transaction) {
        ContentLoader loader(transaction, all);
        EXPECT_FALSE(loader.begin_table({.name = "others", .columns = {}}));
        EXPECT_FALSE(loader.begin_table({.name = "children", .columns = {}}));
        const auto tables = load_table_shapes(transaction);
        const auto children = std::ranges::find(tables, "children", &TableShape::name);
        ASSERT_TRUE(loader.begin_table(*children));
        const std::vector<CellValue> row = {std::int64_t{1}, std::string("1"), std::monostate{}};
        EXPECT_FALSE(loader.add_row(row));
        EXPECT_FALSE(loader.add_row(std::span(row).first(2)));
        loader.finish();
    });
}

TEST_P(StoreContent, of_every_table_of_the_program_can_be_read) {
    ASSERT_TRUE(migrate_up(database(), now).has_value());
    for (const auto& [name, rows] : content_of(database())) {
        EXPECT_FALSE(name.empty());
    }
}

}  // namespace
}  // namespace gk::store
