// One connection to PostgreSQL through libpq. Used by one thread at a time.
#pragma once

#include <memory>
#include <string>

#include "store/connection.hpp"
#include "store/statement_cache.hpp"

struct pg_conn;

namespace gk::store {

class PostgresCursor;

class PostgresConnection final : public Connection {
public:
    // Throws Fault where the server cannot be reached.
    explicit PostgresConnection(const std::string& address);
    ~PostgresConnection() override;

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }

    // Fetches all rows at once.
    [[nodiscard]] std::unique_ptr<Cursor> query(std::string_view sql,
                                                std::span<const Parameter> parameters) override;
    std::int64_t execute(std::string_view sql, std::span<const Parameter> parameters) override;
    void run_script(std::string_view sql) override;

    // Throws Fault where the server has rolled back instead.
    void commit();

private:
    struct Close {
        void operator()(pg_conn* connection) const;
    };

    [[nodiscard]] std::unique_ptr<PostgresCursor> run(std::string_view sql,
                                                      std::span<const Parameter> parameters);

    struct Prepared {
        std::string name;  // Under which the server knows it.
        std::size_t parameter_count = 0;
    };

    [[nodiscard]] std::shared_ptr<Prepared> prepare(std::string_view sql);

    std::unique_ptr<pg_conn, Close> connection_;
    StatementCache<Prepared> statements_;
    int statements_prepared_ = 0;
};

}  // namespace gk::store
