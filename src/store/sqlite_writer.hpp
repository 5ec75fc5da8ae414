// The one writer of a SQLite file: a thread that takes the writes that wait, runs them one after
// another as savepoints of one transaction, and answers them all once its commit is on the disk.
// So many writers share one fsync.
#pragma once

#include <condition_variable>
#include <exception>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "store/sqlite_connection.hpp"
#include "store/transaction.hpp"

namespace gk::store {

class SqliteWriter {
public:
    // Throws Fault where the file cannot be opened.
    explicit SqliteWriter(std::string path);
    SqliteWriter(const SqliteWriter&) = delete;
    SqliteWriter& operator=(const SqliteWriter&) = delete;
    // Runs what still waits.
    ~SqliteWriter();

    // Returns when the work of `function` is committed or undone, as it says; throws what it threw,
    // or Fault where the disk did not take it.
    void run(const WriteFunction& function);

    [[nodiscard]] std::optional<std::string> trouble() const;

private:
    struct Job {
        const WriteFunction* function;
        std::promise<void> answer;
        std::exception_ptr failure = nullptr;
        bool is_answered = false;

        void give_answer();
    };

    void work();
    [[nodiscard]] std::vector<Job> take_group();
    void run_group(std::span<Job> jobs);
    [[nodiscard]] bool run_together(std::span<Job> jobs);
    [[nodiscard]] bool run_job(Job& job);
    [[nodiscard]] bool run_in_savepoint(Job& job);
    void roll_back();
    void note(std::optional<std::string> trouble);
    void statement(std::string_view sql);

    std::string path_;
    std::unique_ptr<SqliteConnection> connection_;  // None where even a rollback failed.

    mutable std::mutex mutex_;
    std::condition_variable came_;
    std::vector<Job> waiting_;
    bool is_stopping_ = false;
    std::optional<std::string> trouble_;

    std::thread thread_;
};

}  // namespace gk::store
