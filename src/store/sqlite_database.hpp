// The database in one SQLite file: readers that do not disturb the one writer.
#pragma once

#include <mutex>

#include "store/database.hpp"
#include "store/pool.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_writer.hpp"

namespace gk::store {

class SqliteDatabase final : public Database {
public:
    explicit SqliteDatabase(const Options& options);

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }

    [[nodiscard]] std::string change_mark() override;

    [[nodiscard]] std::optional<std::string> trouble() const override { return writer_.trouble(); }

private:
    void do_read(const ReadFunction& function) override;

    void do_write(const WriteFunction& function) override { writer_.run(function); }

    SqliteWriter writer_;
    Pool<SqliteConnection> readers_;
    std::mutex watcher_mutex_;
    SqliteConnection watcher_;  // Never closed: its marks compare with its own only.
};

}  // namespace gk::store
