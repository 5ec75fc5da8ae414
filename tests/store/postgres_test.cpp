// What only PostgreSQL has: a server that may go away, and one that asks to run a write again.
#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "store/database.hpp"
#include "support/both_databases.hpp"

namespace gk::store {
namespace {

class Postgres : public testing::Test {
protected:
    Postgres() {
        database_->write([](Transaction& transaction) {
            transaction.run_script(
                "CREATE TABLE entries (number bigint PRIMARY KEY,"
                " other bigint REFERENCES entries (number) DEFERRABLE INITIALLY DEFERRED)");
        });
    }

    std::int64_t count() {
        return database_->read([](Snapshot& snapshot) {
            auto row = snapshot.query("SELECT COUNT(*) FROM entries");
            EXPECT_TRUE(row.next());
            return row.get<std::int64_t>(0);
        });
    }

    static std::int64_t server_process(Snapshot& snapshot) {
        auto row = snapshot.query("SELECT pg_backend_pid()");
        EXPECT_TRUE(row.next());
        return row.get<std::int64_t>(0);
    }

    // Ends the server's side of a connection, as a restart of the server does.
    void cut_off(std::int64_t process) {
        throwaway_.open()->write([&](Transaction& transaction) {
            // Waits until it is gone: the second argument is in milliseconds.
            static_cast<void>(
                transaction.query("SELECT pg_terminate_backend(CAST(? AS int), 5000)", process));
        });
    }

    test::ThrowawayDatabase throwaway_{Dialect::postgres};
    std::unique_ptr<Database> database_ = throwaway_.open();
};

TEST_F(Postgres, connects_again_when_an_idle_connection_was_lost) {
    const auto process = database_->read(server_process);
    cut_off(process);
    EXPECT_EQ(count(), 0);
    cut_off(database_->read(server_process));
    database_->write([](Transaction& transaction) {
        transaction.execute("INSERT INTO entries (number) VALUES (1)");
    });
    EXPECT_EQ(count(), 1);
}

TEST_F(Postgres, runs_a_write_again_whose_connection_was_lost_before_the_commit) {
    int runs = 0;
    database_->write([&](Transaction& transaction) {
        transaction.execute("INSERT INTO entries (number) VALUES (1)");
        if (++runs == 1) {
            cut_off(server_process(transaction));
        }
        transaction.execute("INSERT INTO entries (number) VALUES (2)");
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(count(), 2);
}

TEST_F(Postgres, does_not_guess_whether_a_commit_that_lost_its_connection_was_done) {
    int runs = 0;
    EXPECT_THROW(database_->write([&](Transaction& transaction) {
        ++runs;
        transaction.execute("INSERT INTO entries (number) VALUES (1)");
        cut_off(server_process(transaction));
    }),
                 Fault);
    EXPECT_EQ(runs, 1);
    EXPECT_NE(database_->trouble(), std::nullopt);
    EXPECT_EQ(count(), 0);
    database_->write([](Transaction& transaction) {
        transaction.execute("INSERT INTO entries (number) VALUES (2)");
    });
    EXPECT_EQ(database_->trouble(), std::nullopt);
}

TEST_F(Postgres, runs_the_later_of_two_writes_again_that_rest_on_each_other) {
    database_->write([](Transaction& transaction) {
        transaction.execute("INSERT INTO entries (number) VALUES (1)");
    });
    std::latch both_have_read(2);
    std::atomic<int> runs = 0;
    const auto add_next = [&] {
        database_->write([&](Transaction& transaction) {
            auto row = transaction.query("SELECT MAX(number) FROM entries");
            EXPECT_TRUE(row.next());
            const auto highest = row.get<std::int64_t>(0);
            if (++runs <= 2) {
                both_have_read.arrive_and_wait();
            }
            transaction.execute("INSERT INTO entries (number) VALUES (?)", highest + 1);
        });
    };
    std::jthread first(add_next);
    std::jthread second(add_next);
    first.join();
    second.join();
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(count(), 3);
}

TEST_F(Postgres, reports_a_deferred_constraint_that_the_commit_finds_broken) {
    EXPECT_THROW(database_->write([](Transaction& transaction) {
        transaction.execute("INSERT INTO entries (number, other) VALUES (1, 9)");
    }),
                 Violation);
    EXPECT_EQ(count(), 0);
}

TEST_F(Postgres, cannot_open_a_server_that_is_not_there) {
    EXPECT_THROW(
        static_cast<void>(Database::open({.address = "postgres://gongkai@/gongkai?host=/nowhere"})),
        Fault);
}

TEST_F(Postgres, tells_no_values_in_what_goes_to_the_log) {
    database_->write([](Transaction& transaction) {
        transaction.execute("INSERT INTO entries (number) VALUES (987654321)");
    });
    try {
        database_->write([](Transaction& transaction) {
            transaction.execute("INSERT INTO entries (number) VALUES (?)", 987654321);
        });
        FAIL();
    } catch (const Violation& violation) {
        EXPECT_EQ(std::string(violation.what()).find("987654321"), std::string::npos);
    }
}

}  // namespace
}  // namespace gk::store
