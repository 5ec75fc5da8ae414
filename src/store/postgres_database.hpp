// The database on a PostgreSQL server: every write is SERIALIZABLE and run again where the server
// asks for it.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "store/database.hpp"
#include "store/pool.hpp"
#include "store/postgres_connection.hpp"

namespace gk::store {

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(const Options& options);

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }

    [[nodiscard]] std::string change_mark() override;
    [[nodiscard]] std::optional<std::string> trouble() const override;

private:
    void do_read(const ReadFunction& function) override;
    void do_write(const WriteFunction& function) override;

    void read_once(const ReadFunction& function);
    void write_once(const WriteFunction& function);
    // Runs `once` again while the server asks for it, and once more after a lost connection.
    template <typename Once>
    void persist(const Once& once);
    void note(std::optional<std::string> trouble);

    Pool<PostgresConnection> connections_;
    mutable std::mutex mutex_;
    std::optional<std::string> trouble_;
};

}  // namespace gk::store
