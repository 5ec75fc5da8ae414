#include "store/database.hpp"

#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "store/statement_cache.hpp"
#include "support/both_databases.hpp"

namespace gk::store {
namespace {

constexpr ProblemCode refused_for_test{"test.refused", ErrorKind::refused, "不行"};

class StoreDatabase : public test::OnBothDatabases {
protected:
    StoreDatabase() {
        script(
            "CREATE TABLE parents (id bigint PRIMARY KEY, name text NOT NULL UNIQUE);"
            "CREATE TABLE children (parent_id bigint NOT NULL REFERENCES parents (id),"
            "                       age bigint CHECK (age >= 0))");
    }

    void script(std::string_view sql) {
        database().write([&](Transaction& transaction) { transaction.run_script(sql); });
    }

    void insert_parent(std::int64_t id, std::string_view name) {
        database().write([&](Transaction& transaction) {
            transaction.execute("INSERT INTO parents (id, name) VALUES (?, ?)", id, name);
        });
    }

    std::int64_t count_parents() {
        return database().read([](Snapshot& snapshot) {
            auto row = snapshot.query("SELECT COUNT(*) FROM parents");
            EXPECT_TRUE(row.next());
            return row.get<std::int64_t>(0);
        });
    }

    // The kind of violation that this statement meets.
    std::optional<ViolationKind> violated_by(std::string_view sql) {
        try {
            database().write([&](Transaction& transaction) { transaction.execute(sql); });
        } catch (const Violation& violation) {
            return violation.kind();
        }
        return std::nullopt;
    }
};

GK_ON_BOTH_DATABASES(StoreDatabase);

// Sends a value into a column of its type and reads it back.
template <typename T>
T round_trip(Database& database, const std::string& type, const T& value) {
    return database.write([&](Transaction& transaction) {
        const auto table = "kept_" + type;
        transaction.run_script("CREATE TABLE " + table + " (value " + type + ")");
        transaction.execute("INSERT INTO " + table + " (value) VALUES (?)", value);
        auto row = transaction.query("SELECT value FROM " + table);
        EXPECT_TRUE(row.next());
        auto kept = row.template get<T>(0);
        EXPECT_FALSE(row.next());
        EXPECT_FALSE(row.next());
        transaction.run_script("DROP TABLE " + table);
        return kept;
    });
}

TEST_P(StoreDatabase, keeps_every_kind_of_value_exactly) {
    using Limits = std::numeric_limits<std::int64_t>;
    EXPECT_EQ(round_trip(database(), "bigint", Limits::max()), Limits::max());
    EXPECT_EQ(round_trip(database(), "bigint", Limits::min()), Limits::min());
    EXPECT_EQ(round_trip(database(), "bigint", -7), -7);
    EXPECT_EQ(round_trip(database(), "bigint", true), true);
    EXPECT_EQ(round_trip(database(), "text", std::string("西戈壁镇 ' \" ? \\ 𠮷")),
              "西戈壁镇 ' \" ? \\ 𠮷");
    EXPECT_EQ(round_trip(database(), "text", std::string()), "");
    EXPECT_EQ(round_trip(database(), "text", Date(2023, 1, 31)), Date(2023, 1, 31));
    EXPECT_EQ(round_trip(database(), "bigint", Moment{1675152309123}), Moment{1675152309123});
    EXPECT_EQ(round_trip(database(), "bigint", *Decimal::parse("59237.2449")),
              *Decimal::parse("59237.2449"));
    EXPECT_EQ(round_trip(database(), "bigint", Id<int>{9}), Id<int>{9});
}

TEST_P(StoreDatabase, keeps_bytes_that_are_no_text) {
    const auto* type = GetParam() == Dialect::sqlite ? "blob" : "bytea";
    Blob every_byte;
    for (int i = 0; i < 256; ++i) {
        every_byte.push_back(static_cast<std::byte>(i));
    }
    EXPECT_EQ(round_trip(database(), type, every_byte), every_byte);
    EXPECT_EQ(round_trip(database(), type, Blob{}), Blob{});
}

TEST_P(StoreDatabase, tells_null_from_empty) {
    EXPECT_EQ(round_trip(database(), "text", std::optional<std::string>()), std::nullopt);
    EXPECT_EQ(round_trip(database(), "text", std::optional<std::string>("")), "");
    EXPECT_EQ(round_trip(database(), "bigint", std::optional<std::int64_t>()), std::nullopt);
    EXPECT_EQ(round_trip(database(), "bigint", std::optional<std::int64_t>(0)), 0);
    EXPECT_THROW(database().read([](Snapshot& snapshot) {
        auto row = snapshot.query("SELECT CAST(NULL AS bigint)");
        return row.next() ? row.get<std::int64_t>(0) : 0;
    }),
                 Bug);
}

TEST_P(StoreDatabase, reads_no_value_as_another_kind) {
    insert_parent(1, "7");
    const auto read_as = [&]<typename T>(T, int column) {
        database().read([&](Snapshot& snapshot) {
            auto row = snapshot.query("SELECT id, name FROM parents");
            EXPECT_TRUE(row.next());
            static_cast<void>(row.get<T>(column));
        });
    };
    EXPECT_THROW(read_as(std::string(), 0), Bug);
    EXPECT_THROW(read_as(Blob(), 0), Bug);
    EXPECT_THROW(read_as(std::int64_t{}, 1), Bug);
    EXPECT_THROW(read_as(Date(), 1), Bug);
    EXPECT_THROW(read_as(std::int64_t{}, 2), Bug);
    EXPECT_NO_THROW(read_as(std::int64_t{}, 0));
}

TEST_P(StoreDatabase, reads_no_number_that_is_too_large_for_its_type) {
    insert_parent(std::int64_t{1} << 40, "a");
    EXPECT_THROW(database().read([&](Snapshot& snapshot) {
        auto row = snapshot.query("SELECT id FROM parents");
        return row.next() ? row.get<int>(0) : 0;
    }),
                 Bug);
}

TEST_P(StoreDatabase, takes_no_text_with_nul_or_broken_utf_8) {
    EXPECT_THROW(insert_parent(1, std::string_view("a\0b", 3)), Bug);
    EXPECT_THROW(insert_parent(1, "\xC0\x80"), Bug);
    EXPECT_THROW(insert_parent(1, "\xED\xA0\x80"), Bug);
    EXPECT_EQ(count_parents(), 0);
}

TEST_P(StoreDatabase, refuses_a_wrong_count_of_parameters) {
    EXPECT_THROW(database().read([](Snapshot& snapshot) {
        return snapshot.query("SELECT id FROM parents WHERE id = ?").next();
    }),
                 Bug);
}

TEST_P(StoreDatabase, undoes_a_write_that_returns_an_error) {
    const auto result = database().write([](Transaction& transaction) -> Result<int> {
        transaction.execute("INSERT INTO parents (id, name) VALUES (1, 'a')");
        return error(refused_for_test);
    });
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().first().code, "test.refused");
    EXPECT_EQ(count_parents(), 0);
}

TEST_P(StoreDatabase, undoes_a_write_that_throws_and_passes_on_what_it_threw) {
    struct Own {};

    EXPECT_THROW(database().write([](Transaction& transaction) {
        transaction.execute("INSERT INTO parents (id, name) VALUES (1, 'a')");
        throw Own{};
    }),
                 Own);
    EXPECT_EQ(count_parents(), 0);
    insert_parent(1, "a");
    EXPECT_EQ(count_parents(), 1);
}

TEST_P(StoreDatabase, keeps_what_a_write_returned_without_error) {
    const auto result = database().write([](Transaction& transaction) -> Result<std::int64_t> {
        return transaction.execute("INSERT INTO parents (id, name) VALUES (1, 'a'), (2, 'b')");
    });
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(*result, 2);
    reopen();
    EXPECT_EQ(count_parents(), 2);
}

TEST_P(StoreDatabase, names_the_kind_of_a_violated_constraint) {
    insert_parent(1, "a");
    EXPECT_EQ(violated_by("INSERT INTO parents (id, name) VALUES (2, 'a')"), ViolationKind::unique);
    EXPECT_EQ(violated_by("INSERT INTO parents (id, name) VALUES (1, 'b')"), ViolationKind::unique);
    EXPECT_EQ(violated_by("INSERT INTO parents (id) VALUES (2)"), ViolationKind::not_null);
    EXPECT_EQ(violated_by("INSERT INTO children (parent_id) VALUES (9)"),
              ViolationKind::foreign_key);
    EXPECT_EQ(violated_by("INSERT INTO children (parent_id, age) VALUES (1, -1)"),
              ViolationKind::check);
    EXPECT_EQ(violated_by("INSERT INTO children (parent_id, age) VALUES (1, 1)"), std::nullopt);
}

TEST_P(StoreDatabase, keeps_nothing_of_a_write_that_hides_a_failure) {
    insert_parent(1, "a");
    EXPECT_THROW(database().write([](Transaction& transaction) {
        transaction.execute("INSERT INTO parents (id, name) VALUES (2, 'b')");
        try {
            transaction.execute("INSERT INTO parents (id, name) VALUES (3, 'a')");
        } catch (const Violation&) {
        }
    }),
                 Bug);
    EXPECT_EQ(count_parents(), 1);
}

TEST_P(StoreDatabase, runs_no_statement_after_one_that_failed) {
    insert_parent(1, "a");
    bool was_run = false;
    EXPECT_THROW(database().write([&](Transaction& transaction) {
        try {
            transaction.execute("INSERT INTO parents (id, name) VALUES (3, 'a')");
        } catch (const Violation&) {
        }
        transaction.execute("INSERT INTO parents (id, name) VALUES (2, 'b')");
        was_run = true;
    }),
                 Bug);
    EXPECT_FALSE(was_run);
}

TEST_P(StoreDatabase, gives_no_way_to_write_while_reading) {
    EXPECT_THROW(database().read([](Snapshot& snapshot) {
        return snapshot.query("INSERT INTO parents (id, name) VALUES (1, 'a') RETURNING id").next();
    }),
                 Bug);
    EXPECT_EQ(count_parents(), 0);
}

TEST_P(StoreDatabase, refuses_a_read_or_write_inside_another) {
    EXPECT_THROW(database().write([&](Transaction&) { count_parents(); }), Bug);
    EXPECT_THROW(database().read([&](Snapshot&) { count_parents(); }), Bug);
    EXPECT_THROW(database().read([&](Snapshot&) { insert_parent(1, "a"); }), Bug);
    EXPECT_EQ(count_parents(), 0);
}

TEST_P(StoreDatabase, has_done_an_insert_when_the_query_returns) {
    database().write([](Transaction& transaction) {
        static_cast<void>(
            transaction.query("INSERT INTO parents (id, name) VALUES (1, 'a') RETURNING id"));
    });
    EXPECT_EQ(count_parents(), 1);
}

TEST_P(StoreDatabase, walks_over_one_statement_inside_itself) {
    insert_parent(1, "a");
    insert_parent(2, "b");
    const auto pairs = database().read([](Snapshot& snapshot) {
        std::string text;
        constexpr auto sql = "SELECT name FROM parents ORDER BY id";
        auto outer = snapshot.query(sql);
        while (outer.next()) {
            auto inner = snapshot.query(sql);
            while (inner.next()) {
                text += outer.get<std::string>(0) + inner.get<std::string>(0) + " ";
            }
        }
        return text;
    });
    EXPECT_EQ(pairs, "aa ab ba bb ");
}

TEST_P(StoreDatabase, sees_the_new_columns_through_a_statement_prepared_before) {
    insert_parent(1, "a");
    const auto columns = [&] {
        return database().read([](Snapshot& snapshot) {
            auto row = snapshot.query("SELECT * FROM parents");
            EXPECT_TRUE(row.next());
            return row.get<std::string>(1);
        });
    };
    EXPECT_EQ(columns(), "a");
    script("ALTER TABLE parents ADD COLUMN note text");
    EXPECT_EQ(columns(), "a");
    script("ALTER TABLE parents DROP COLUMN note");
    EXPECT_EQ(columns(), "a");
}

TEST_P(StoreDatabase, forgets_the_statement_used_longest_ago) {
    insert_parent(1, "a");
    const auto many = StatementCache<int>::size_max + 20;
    for (std::size_t i = 0; i < many; ++i) {
        const auto sql = "SELECT id FROM parents WHERE id = ? AND " + std::to_string(i) + " >= 0";
        EXPECT_TRUE(
            database().read([&](Snapshot& snapshot) { return snapshot.query(sql, 1).next(); }));
    }
    EXPECT_EQ(count_parents(), 1);
}

TEST_P(StoreDatabase, keeps_its_mark_while_it_is_only_read) {
    // PostgreSQL itself may commit something in between, such as what its autovacuum has done; not
    // each time.
    const auto is_kept = [&] {
        const auto before = database().change_mark();
        count_parents();
        return database().change_mark() == before;
    };
    int tries = 0;
    while (tries < 100 && !is_kept()) {
        ++tries;
    }
    EXPECT_LT(tries, 100);
}

TEST_P(StoreDatabase, changes_its_mark_with_every_commit_of_any_process) {
    const auto before = database().change_mark();
    insert_parent(1, "a");
    const auto after = database().change_mark();
    EXPECT_NE(after, before);
    throwaway().open()->write([](Transaction& transaction) {
        transaction.execute("INSERT INTO parents (id, name) VALUES (2, 'b')");
    });
    EXPECT_NE(database().change_mark(), after);
}

TEST_P(StoreDatabase, is_not_in_trouble_after_a_refused_write) {
    insert_parent(1, "a");
    EXPECT_EQ(violated_by("INSERT INTO parents (id, name) VALUES (2, 'a')"), ViolationKind::unique);
    EXPECT_EQ(database().trouble(), std::nullopt);
}

}  // namespace
}  // namespace gk::store
