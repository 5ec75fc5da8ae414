// One connection to a SQLite file. Used by one thread at a time.
#pragma once

#include <memory>
#include <string>

#include "store/connection.hpp"
#include "store/statement_cache.hpp"

struct sqlite3;

namespace gk::store {

struct SqlitePrepared;

class SqliteConnection final : public Connection {
public:
    enum class Use { reader, writer };

    // Throws Fault where the file cannot be opened as a database in WAL mode.
    SqliteConnection(const std::string& path, Use use);
    ~SqliteConnection() override;

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }

    [[nodiscard]] std::unique_ptr<Cursor> query(std::string_view sql,
                                                std::span<const Parameter> parameters) override;
    std::int64_t execute(std::string_view sql, std::span<const Parameter> parameters) override;
    void run_script(std::string_view sql) override;

    // False also where SQLite has undone a transaction by itself (disk full, input/output error).
    [[nodiscard]] bool is_in_transaction() const;

private:
    [[nodiscard]] std::shared_ptr<SqlitePrepared> prepare(std::string_view sql);

    struct Close {
        void operator()(sqlite3* handle) const;
    };

    Use use_;
    std::unique_ptr<sqlite3, Close> handle_;
    StatementCache<SqlitePrepared> statements_;
};

}  // namespace gk::store
