#include "store/postgres_database.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "store/failure.hpp"

namespace gk::store {

namespace {

constexpr int attempts_max = 100;
constexpr int times_lost_max = 3;

// Two that collided must not collide again at the same pace: a random wait that grows to 64 ms.
void wait_before(int attempt) {
    thread_local std::minstd_rand random(std::random_device{}());
    const auto most = 1000 << std::min(attempt - 1, 6);
    std::this_thread::sleep_for(
        std::chrono::microseconds(std::uniform_int_distribution<int>(0, most)(random)));
}

// Where even that fails the connection is of no use; what made it necessary is already on its way
// up.
void roll_back(Pool<PostgresConnection>::Lease& connection) {
    try {
        connection->run_script("ROLLBACK");
    } catch (const Fault&) {
        connection.discard();
    }
}

}  // namespace

PostgresDatabase::PostgresDatabase(const Options& options)
    : connections_(options.connections_max, [address = options.address] {
          return std::make_unique<PostgresConnection>(address);
      }) {
    const Pool<PostgresConnection>::Lease first(connections_);
}

// The snapshot names every transaction that is not over: its text is another after each commit.
std::string PostgresDatabase::change_mark() {
    std::string mark;
    persist([&] {
        Pool<PostgresConnection>::Lease connection(connections_);
        try {
            auto row = connection->query("SELECT CAST(txid_current_snapshot() AS text)", {});
            GK_ASSERT(row->next());
            mark = row->text(0);
        } catch (...) {
            connection.discard();
            throw;
        }
    });
    return mark;
}

std::optional<std::string> PostgresDatabase::trouble() const {
    const std::lock_guard lock(mutex_);
    return trouble_;
}

void PostgresDatabase::note(std::optional<std::string> trouble) {
    const std::lock_guard lock(mutex_);
    trouble_ = std::move(trouble);
}

template <typename Once>
void PostgresDatabase::persist(const Once& once) {
    int times_lost = 0;
    for (int attempt = 1;; ++attempt) {
        try {
            return once();
        } catch (const Retry&) {
            if (attempt == attempts_max) {
                throw;
            }
            wait_before(attempt);
        } catch (const Lost&) {
            connections_.discard_idle();
            if (++times_lost == times_lost_max) {
                throw;
            }
        }
    }
}

void PostgresDatabase::do_read(const ReadFunction& function) {
    persist([&] { read_once(function); });
}

void PostgresDatabase::do_write(const WriteFunction& function) {
    try {
        persist([&] { write_once(function); });
        note(std::nullopt);
    } catch (const Fault& fault) {
        note(fault.what());
        throw;
    }
}

void PostgresDatabase::read_once(const ReadFunction& function) {
    Pool<PostgresConnection>::Lease connection(connections_);
    try {
        connection->run_script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        Snapshot snapshot(*connection);
        function(snapshot);
        connection->run_script("COMMIT");
    } catch (...) {
        connection.discard();
        throw;
    }
}

void PostgresDatabase::write_once(const WriteFunction& function) {
    Pool<PostgresConnection>::Lease connection(connections_);
    try {
        connection->run_script("BEGIN ISOLATION LEVEL SERIALIZABLE");
        Transaction transaction(*connection);
        const auto verdict = function(transaction);
        GK_ASSERT(!transaction.has_failed());
        if (verdict == Verdict::undo) {
            connection->run_script("ROLLBACK");
            return;
        }
    } catch (const Lost&) {
        connection.discard();
        throw;
    } catch (...) {
        roll_back(connection);
        throw;
    }
    try {
        connection->commit();
    } catch (const Lost& lost) {
        connection.discard();
        throw Fault(
            fmt::format("whether a transaction was committed is not known: {}", lost.what()));
    }
}

}  // namespace gk::store
