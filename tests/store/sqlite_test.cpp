// What only SQLite has: one writer thread, group commit, a file that must survive.
#include <array>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <latch>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/database.hpp"
#include "store/shim_vfs.hpp"
#include "support/both_databases.hpp"

namespace gk::store {
namespace {

void make_table(Database& database) {
    database.write([](Transaction& transaction) {
        transaction.run_script("CREATE TABLE entries (number bigint PRIMARY KEY, filling text)");
    });
}

void insert(Database& database, std::int64_t number, const std::string& filling = "x") {
    database.write([&](Transaction& transaction) {
        transaction.execute("INSERT INTO entries VALUES (?, ?)", number, filling);
    });
}

std::int64_t count(Database& database) {
    return database.read([](Snapshot& snapshot) {
        auto row = snapshot.query("SELECT COUNT(*) FROM entries");
        EXPECT_TRUE(row.next());
        return row.get<std::int64_t>(0);
    });
}

std::string setting(Database& database, const std::string& name) {
    return database.write([&](Transaction& transaction) {
        auto row = transaction.query("SELECT CAST(" + name + " AS text) FROM pragma_" + name);
        EXPECT_TRUE(row.next());
        return row.get<std::string>(0);
    });
}

class Sqlite : public testing::Test {
protected:
    test::ShimVfs vfs_;
    test::ThrowawayDatabase throwaway_{Dialect::sqlite};
    std::unique_ptr<Database> database_ = throwaway_.open();
};

// Holds the writer until `count` writes are on their way, so that they become one group.
class Gate {
public:
    Gate(Database& database, int count) : arriving_(count) {
        thread_ = std::jthread([&] {
            database.write([&](Transaction&) {
                is_held_.count_down();
                arriving_.wait();
            });
        });
        is_held_.wait();
    }

    void arrive() { arriving_.count_down(); }

private:
    std::latch is_held_{1};
    std::latch arriving_;
    std::jthread thread_;
};

TEST_F(Sqlite, keeps_the_settings_that_durability_and_safety_rest_on) {
    EXPECT_EQ(setting(*database_, "synchronous"), "2");
    EXPECT_EQ(setting(*database_, "journal_mode"), "wal");
    EXPECT_EQ(setting(*database_, "foreign_keys"), "1");
    EXPECT_EQ(setting(*database_, "secure_delete"), "1");
    EXPECT_EQ(setting(*database_, "trusted_schema"), "0");
}

TEST_F(Sqlite, makes_files_that_only_their_owner_reads) {
    make_table(*database_);
    for (const auto& file : std::filesystem::directory_iterator(
             std::filesystem::path(throwaway_.address()).parent_path())) {
        const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
        EXPECT_EQ(file.status().permissions() & others, std::filesystem::perms::none) << file;
    }
}

TEST_F(Sqlite, cannot_open_a_file_in_a_folder_that_is_not_there) {
    EXPECT_THROW(static_cast<void>(Database::open({.address = "/nowhere/gongkai.db"})), Fault);
}

TEST_F(Sqlite, cannot_open_what_is_no_database) {
    const auto path = throwaway_.address() + ".txt";
    std::FILE* file = std::fopen(path.c_str(), "w");
    for (int i = 0; i < 1000; ++i) {
        std::fputs("no database ", file);
    }
    std::fclose(file);
    EXPECT_THROW(static_cast<void>(Database::open({.address = path})), Fault);
}

TEST_F(Sqlite, takes_text_in_double_quotes_for_a_name) {
    make_table(*database_);
    EXPECT_THROW(database_->read([](Snapshot& snapshot) {
        return snapshot.query("SELECT \"no such column\" FROM entries").next();
    }),
                 Bug);
}

TEST_F(Sqlite, acknowledges_a_write_after_its_log_is_on_the_disk) {
    make_table(*database_);
    for (int i = 0; i < 5; ++i) {
        const auto before = vfs_.log_syncs();
        insert(*database_, i);
        EXPECT_GT(vfs_.log_syncs(), before);
    }
}

TEST_F(Sqlite, brings_many_writes_to_the_disk_at_once) {
    constexpr int writers = 16;
    make_table(*database_);
    insert(*database_, -1);
    const auto before = vfs_.log_syncs();
    {
        Gate gate(*database_, writers);
        std::vector<std::jthread> threads;
        for (int i = 0; i < writers; ++i) {
            threads.emplace_back([&, i] {
                gate.arrive();
                insert(*database_, i);
            });
        }
    }
    EXPECT_EQ(count(*database_), writers + 1);
    EXPECT_LT(vfs_.log_syncs() - before, writers);
}

TEST_F(Sqlite, undoes_in_a_group_only_the_writes_that_fail) {
    constexpr int writers = 16;
    make_table(*database_);
    std::atomic<int> failed = 0;
    {
        Gate gate(*database_, writers);
        std::vector<std::jthread> threads;
        for (int i = 0; i < writers; ++i) {
            threads.emplace_back([&, i] {
                gate.arrive();
                try {
                    database_->write([&](Transaction& transaction) {
                        transaction.execute("INSERT INTO entries VALUES (?, ?)", i, "x");
                        GK_ASSERT(i % 2 == 0);
                    });
                } catch (const Bug&) {
                    ++failed;
                }
            });
        }
    }
    EXPECT_EQ(failed, writers / 2);
    EXPECT_EQ(count(*database_), writers / 2);
}

TEST_F(Sqlite, asks_each_write_alone_when_a_deferred_constraint_fails_the_group) {
    constexpr int writers = 8;
    database_->write([](Transaction& transaction) {
        transaction.run_script(
            "CREATE TABLE entries (number bigint PRIMARY KEY,"
            " other bigint REFERENCES entries (number) DEFERRABLE INITIALLY DEFERRED)");
    });
    std::atomic<int> violated = 0;
    {
        Gate gate(*database_, writers);
        std::vector<std::jthread> threads;
        for (int i = 0; i < writers; ++i) {
            threads.emplace_back([&, i] {
                gate.arrive();
                try {
                    database_->write([&](Transaction& transaction) {
                        transaction.execute("INSERT INTO entries VALUES (?, ?)", i,
                                            i == 3 ? 1000 : i);
                    });
                } catch (const Violation&) {
                    ++violated;
                }
            });
        }
    }
    EXPECT_EQ(violated, 1);
    EXPECT_EQ(count(*database_), writers - 1);
    EXPECT_EQ(database_->trouble(), std::nullopt);
}

TEST_F(Sqlite, acknowledges_nothing_that_a_failed_fsync_may_have_lost) {
    make_table(*database_);
    insert(*database_, 1);
    vfs_.fail_syncs(true);
    EXPECT_THROW(insert(*database_, 2), Fault);
    EXPECT_THROW(insert(*database_, 3), Fault);
    EXPECT_NE(database_->trouble(), std::nullopt);
    EXPECT_EQ(count(*database_), 1);
    vfs_.fail_syncs(false);
    insert(*database_, 4);
    EXPECT_EQ(database_->trouble(), std::nullopt);
    EXPECT_EQ(count(*database_), 2);
}

TEST_F(Sqlite, recovers_once_a_full_disk_has_room_again) {
    make_table(*database_);
    insert(*database_, 1);
    vfs_.fill_disk(true);
    EXPECT_THROW(insert(*database_, 2, std::string(100'000, 'x')), Fault);
    EXPECT_NE(database_->trouble(), std::nullopt);
    EXPECT_EQ(count(*database_), 1);
    vfs_.fill_disk(false);
    insert(*database_, 3);
    EXPECT_EQ(database_->trouble(), std::nullopt);
    EXPECT_EQ(count(*database_), 2);
}

TEST_F(Sqlite, keeps_the_small_writes_of_a_group_whose_large_one_finds_no_room) {
    constexpr int writers = 9;
    make_table(*database_);
    database_->write([](Transaction& transaction) {
        static_cast<void>(transaction.query("PRAGMA max_page_count = 60"));
    });
    std::atomic<int> failed = 0;
    {
        Gate gate(*database_, writers);
        std::vector<std::jthread> threads;
        for (int i = 0; i < writers; ++i) {
            threads.emplace_back([&, i] {
                gate.arrive();
                try {
                    insert(*database_, i, std::string(i == 4 ? 1'000'000 : 10, 'x'));
                } catch (const Fault&) {
                    ++failed;
                }
            });
        }
    }
    EXPECT_EQ(failed, 1);
    EXPECT_EQ(count(*database_), writers - 1);
}

TEST_F(Sqlite, has_after_kill_9_every_write_it_acknowledged) {
    make_table(*database_);
    database_.reset();
    std::array<int, 2> acknowledged{};
    ASSERT_EQ(pipe(acknowledged.data()), 0);
    const auto child = fork();
    if (child == 0) {
        const auto database = throwaway_.open();
        std::vector<std::jthread> writers;
        for (std::int64_t writer = 0; writer < 4; ++writer) {
            writers.emplace_back([&, writer] {
                for (std::int64_t number = writer;; number += 4) {
                    insert(*database, number);
                    static_cast<void>(write(acknowledged[1], &number, sizeof number));
                }
            });
        }
        writers.clear();
        _exit(0);
    }
    close(acknowledged[1]);
    std::vector<std::int64_t> numbers;
    for (std::int64_t number = 0; read(acknowledged[0], &number, sizeof number) == sizeof number;) {
        numbers.push_back(number);
        if (numbers.size() == 200) {
            kill(child, SIGKILL);
        }
    }
    close(acknowledged[0]);
    waitpid(child, nullptr, 0);
    ASSERT_GE(numbers.size(), 200U);

    database_ = throwaway_.open();
    database_->read([&](Snapshot& snapshot) {
        for (const auto number : numbers) {
            EXPECT_TRUE(
                snapshot.query("SELECT number FROM entries WHERE number = ?", number).next())
                << number;
        }
        auto row = snapshot.query("PRAGMA integrity_check");
        ASSERT_TRUE(row.next());
        EXPECT_EQ(row.get<std::string>(0), "ok");
    });
}

TEST_F(Sqlite, finishes_the_writes_that_wait_before_it_closes) {
    make_table(*database_);
    {
        const auto other = throwaway_.open();
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] { insert(*other, i); });
        }
    }
    EXPECT_EQ(count(*database_), 8);
}

}  // namespace
}  // namespace gk::store
