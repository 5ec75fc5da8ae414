#include "store/sqlite_writer.hpp"

#include <algorithm>
#include <utility>

#include "store/failure.hpp"

namespace gk::store {

SqliteWriter::SqliteWriter(std::string path)
    : path_(std::move(path)),
      connection_(std::make_unique<SqliteConnection>(path_, SqliteConnection::Use::writer)),
      thread_([this] { work(); }) {}

SqliteWriter::~SqliteWriter() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    came_.notify_one();
    thread_.join();
}

void SqliteWriter::run(const WriteFunction& function) {
    Job job{.function = &function, .answer = {}};
    auto answer = job.answer.get_future();
    {
        const std::lock_guard lock(mutex_);
        GK_ASSERT(!is_stopping_);
        waiting_.push_back(std::move(job));
    }
    came_.notify_one();
    answer.get();
}

std::optional<std::string> SqliteWriter::trouble() const {
    const std::lock_guard lock(mutex_);
    return trouble_;
}

void SqliteWriter::Job::give_answer() {
    is_answered = true;
    if (failure != nullptr) {
        answer.set_exception(failure);
    } else {
        answer.set_value();
    }
}

void SqliteWriter::work() {
    for (auto group = take_group(); !group.empty(); group = take_group()) {
        run_group(group);
        if (group.size() > 1) {
            // OPTIMIZATION: who has an answer may have more to write, for the next commit.
            std::this_thread::yield();
        }
    }
}

// All that waits. Empty where the writer is to stop and nothing is left.
std::vector<SqliteWriter::Job> SqliteWriter::take_group() {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
    return std::exchange(waiting_, {});
}

void SqliteWriter::run_group(std::span<Job> jobs) {
    if (run_together(jobs)) {
        return;
    }
    for (auto& job : jobs) {
        if (!job.is_answered) {
            job.failure = nullptr;
            static_cast<void>(run_together({&job, 1}));
        }
    }
}

// Runs the jobs in one transaction. No answer is given before the commit, not even a refusal: it
// may rest on what an earlier job wrote. False where one job took the transaction of all with it;
// that job has its answer, and the others are to be run one by one.
bool SqliteWriter::run_together(std::span<Job> jobs) {
    try {
        if (connection_ == nullptr) {
            connection_ = std::make_unique<SqliteConnection>(path_, SqliteConnection::Use::writer);
        }
        statement("BEGIN IMMEDIATE");
        // OPTIMIZATION: alone, a job needs no savepoint: the transaction is its own.
        const bool is_alone = jobs.size() == 1;
        bool stays = true;
        for (auto& job : jobs) {
            stays = is_alone ? run_job(job) : run_in_savepoint(job);
            if (!connection_->is_in_transaction()) {
                note("SQLite gave up a transaction");
                job.give_answer();
                return false;
            }
        }
        statement(is_alone && !stays ? "ROLLBACK" : "COMMIT");
        note(std::nullopt);
    } catch (const Violation&) {
        // A deferred constraint: nobody knows whose, so each is asked alone.
        roll_back();
        if (jobs.size() > 1) {
            return false;
        }
        jobs.front().failure = std::current_exception();
    } catch (const std::exception& failure) {
        // Nothing of this transaction is acknowledged: what a failed fsync has left on the disk
        // nobody knows. Rolled back, its part of the log is written again by the next one.
        roll_back();
        note(failure.what());
        for (auto& job : jobs) {
            job.failure = std::current_exception();
        }
    }
    std::ranges::for_each(jobs, &Job::give_answer);
    return true;
}

// Whether its work is to stay.
bool SqliteWriter::run_job(Job& job) {
    try {
        Transaction transaction(*connection_);
        const auto verdict = (*job.function)(transaction);
        GK_ASSERT(!transaction.has_failed());
        return verdict != Verdict::undo;
    } catch (...) {
        job.failure = std::current_exception();
        return false;
    }
}

bool SqliteWriter::run_in_savepoint(Job& job) {
    statement("SAVEPOINT job");
    const bool stays = run_job(job);
    if (connection_->is_in_transaction()) {
        if (!stays) {
            statement("ROLLBACK TO job");
        }
        statement("RELEASE job");
    }
    return stays;
}

void SqliteWriter::roll_back() {
    try {
        if (connection_ != nullptr && connection_->is_in_transaction()) {
            statement("ROLLBACK");
        }
    } catch (const Fault&) {
        connection_.reset();
    }
}

void SqliteWriter::note(std::optional<std::string> trouble) {
    const std::lock_guard lock(mutex_);
    trouble_ = std::move(trouble);
}

void SqliteWriter::statement(std::string_view sql) {
    connection_->execute(sql, {});
}

}  // namespace gk::store
