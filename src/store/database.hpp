// The database: SQLite in a file, or PostgreSQL. Both behave alike: a write sees the database as
// if it were alone (SQLite: one writer; PostgreSQL: SERIALIZABLE), a read sees one moment of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/result.hpp"
#include "store/failure.hpp"
#include "store/transaction.hpp"

namespace gk::store {

struct Options {
    // "postgres://…" or "postgresql://…" is PostgreSQL's; all else is the path of a SQLite file,
    // which is made (readable by its owner only) where it is missing.
    std::string address;
    int connections_max = 8;  // SQLite: readers beside the one writer.
};

class Database {
public:
    // Throws Fault where the database cannot be opened.
    [[nodiscard]] static std::unique_ptr<Database> open(const Options& options);

    Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    virtual ~Database() = default;

    [[nodiscard]] virtual Dialect dialect() const = 0;

    // Runs function(Snapshot&) and returns what it returns. Blocks; call it from a worker thread.
    // The function may run more than once and on PostgreSQL after a lost connection: it must
    // change nothing outside. Neither read() nor write() may be called inside it: hand the
    // Snapshot on.
    template <typename Function>
    auto read(Function&& function) -> std::invoke_result_t<Function&, Snapshot&> {
        using Value = std::invoke_result_t<Function&, Snapshot&>;
        if constexpr (std::is_void_v<Value>) {
            run_read([&](Snapshot& snapshot) { function(snapshot); });
        } else {
            std::optional<Value> value;
            run_read([&](Snapshot& snapshot) {
                value.reset();
                value.emplace(function(snapshot));
            });
            return *std::move(value);
        }
    }

    // Runs function(Transaction&) and returns what it returns, once that is safe on disk. An error
    // in a Result, or an exception, undoes all that this function wrote and nothing else. The
    // function may run more than once and on another thread, one write at a time on SQLite: keep
    // it short and let it change nothing outside. Neither read() nor write() may be called in it.
    // Throws Fault where the disk or the server fails, Violation where a constraint does not hold.
    template <typename Function>
    auto write(Function&& function) -> std::invoke_result_t<Function&, Transaction&> {
        using Value = std::invoke_result_t<Function&, Transaction&>;
        if constexpr (std::is_void_v<Value>) {
            run_write([&](Transaction& transaction) {
                function(transaction);
                return Verdict::keep;
            });
        } else {
            std::optional<Value> value;
            run_write([&](Transaction& transaction) {
                value.reset();
                value.emplace(function(transaction));
                return verdict(*value);
            });
            return *std::move(value);
        }
    }

    // A text that differs after every commit, whichever process made it: what caches compare.
    [[nodiscard]] virtual std::string change_mark() = 0;

    // Why the last write was not acknowledged (disk full, server gone); nothing once a later one
    // was. For /readyz and the log, not for a page.
    [[nodiscard]] virtual std::optional<std::string> trouble() const = 0;

protected:
    virtual void do_read(const ReadFunction& function) = 0;
    virtual void do_write(const WriteFunction& function) = 0;

private:
    // Assert that no function of this database is running on this thread.
    void run_read(const ReadFunction& function);
    void run_write(const WriteFunction& function);

    template <typename Value>
    static Verdict verdict(const Value&) {
        return Verdict::keep;
    }

    template <typename Value>
    static Verdict verdict(const Result<Value>& result) {
        return result.has_value() ? Verdict::keep : Verdict::undo;
    }
};

}  // namespace gk::store
