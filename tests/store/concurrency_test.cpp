#include <atomic>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "store/database.hpp"
#include "support/both_databases.hpp"

namespace gk::store {
namespace {

class StoreConcurrency : public test::OnBothDatabases {
protected:
    StoreConcurrency() {
        database().write([](Transaction& transaction) {
            transaction.run_script(
                "CREATE TABLE counters (id bigint PRIMARY KEY, value bigint NOT NULL);"
                "CREATE TABLE entries (writer bigint, number bigint, PRIMARY KEY (writer, number));"
                "INSERT INTO counters VALUES (1, 0), (2, 0)");
        });
    }

    static std::int64_t number(Snapshot& snapshot, std::string_view sql) {
        auto row = snapshot.query(sql);
        EXPECT_TRUE(row.next());
        return row.get<std::int64_t>(0);
    }

    std::int64_t number(std::string_view sql) {
        return database().read([&](Snapshot& snapshot) { return number(snapshot, sql); });
    }
};

GK_ON_BOTH_DATABASES(StoreConcurrency);

template <typename Function>
void on_threads(int count, const Function& function) {
    std::vector<std::jthread> threads;
    std::latch ready(count);
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            ready.arrive_and_wait();
            function(i);
        });
    }
}

TEST_P(StoreConcurrency, loses_no_update_that_many_threads_make_to_one_row) {
    constexpr int threads = 8;
    constexpr int rounds = 25;
    on_threads(threads, [&](int) {
        for (int i = 0; i < rounds; ++i) {
            database().write([](Transaction& transaction) {
                const auto value = number(transaction, "SELECT value FROM counters WHERE id = 1");
                transaction.execute("UPDATE counters SET value = ? WHERE id = 1", value + 1);
            });
        }
    });
    EXPECT_EQ(number("SELECT value FROM counters WHERE id = 1"), threads * rounds);
}

TEST_P(StoreConcurrency, lets_no_two_writers_decide_on_what_the_other_changes) {
    // Each takes one away only while both together are more than one: at the end one is left.
    database().write(
        [](Transaction& transaction) { transaction.execute("UPDATE counters SET value = 10"); });
    on_threads(4, [&](int writer) {
        for (int i = 0; i < 10; ++i) {
            database().write([&](Transaction& transaction) {
                const auto id = 1 + (writer + i) % 2;
                if (number(transaction, "SELECT CAST(SUM(value) AS bigint) FROM counters") > 1) {
                    transaction.execute("UPDATE counters SET value = value - 1 WHERE id = ?", id);
                }
            });
        }
    });
    EXPECT_EQ(number("SELECT CAST(SUM(value) AS bigint) FROM counters"), 1);
}

TEST_P(StoreConcurrency, reads_never_see_half_of_a_write) {
    std::atomic<bool> is_over = false;
    std::jthread writer([&] {
        for (int i = 0; i < 100; ++i) {
            database().write([](Transaction& transaction) {
                transaction.execute("UPDATE counters SET value = value + 1 WHERE id = 1");
                transaction.execute("UPDATE counters SET value = value - 1 WHERE id = 2");
            });
        }
        is_over = true;
    });
    on_threads(3, [&](int) {
        while (!is_over) {
            database().read([](Snapshot& snapshot) {
                const auto first = number(snapshot, "SELECT value FROM counters WHERE id = 1");
                const auto second = number(snapshot, "SELECT value FROM counters WHERE id = 2");
                EXPECT_EQ(first + second, 0);
            });
        }
    });
}

TEST_P(StoreConcurrency, undoes_only_the_writes_that_fail) {
    constexpr int threads = 8;
    constexpr int rounds = 20;
    std::atomic<int> refused = 0;
    on_threads(threads, [&](int writer) {
        for (int i = 0; i < rounds; ++i) {
            try {
                database().write([&](Transaction& transaction) {
                    transaction.execute("INSERT INTO entries VALUES (?, ?)", writer, i);
                    if (i % 2 == 1) {
                        transaction.execute("INSERT INTO entries VALUES (?, ?)", writer, i - 1);
                    }
                });
            } catch (const Violation&) {
                ++refused;
            }
        }
    });
    EXPECT_EQ(refused, threads * rounds / 2);
    EXPECT_EQ(number("SELECT COUNT(*) FROM entries"), threads * rounds / 2);
    EXPECT_EQ(number("SELECT COUNT(*) FROM entries WHERE number % 2 = 1"), 0);
}

TEST_P(StoreConcurrency, serves_more_readers_than_it_has_connections) {
    std::atomic<std::int64_t> sum = 0;
    on_threads(24, [&](int) {
        for (int i = 0; i < 20; ++i) {
            sum += number("SELECT COUNT(*) FROM counters");
        }
    });
    EXPECT_EQ(sum, 24 * 20 * 2);
}

TEST_P(StoreConcurrency, takes_writes_from_two_open_databases_at_once) {
    const auto other = throwaway().open();
    on_threads(4, [&](int writer) {
        auto& mine = writer % 2 == 0 ? database() : *other;
        for (int i = 0; i < 20; ++i) {
            mine.write([&](Transaction& transaction) {
                transaction.execute("INSERT INTO entries VALUES (?, ?)", writer, i);
            });
        }
    });
    EXPECT_EQ(number("SELECT COUNT(*) FROM entries"), 80);
}

}  // namespace
}  // namespace gk::store
