#include "store/database.hpp"

#include <utility>

#include "store/postgres_database.hpp"
#include "store/sqlite_database.hpp"

namespace gk::store {

namespace {

thread_local const Database* running = nullptr;

// Marks that a function of this database is running on this thread.
class Running {
public:
    explicit Running(const Database* database) : outer_(std::exchange(running, database)) {}

    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    ~Running() { running = outer_; }

private:
    const Database* outer_;
};

}  // namespace

std::unique_ptr<Database> Database::open(const Options& options) {
    const std::string_view address = options.address;
    if (address.starts_with("postgres://") || address.starts_with("postgresql://")) {
        return std::make_unique<PostgresDatabase>(options);
    }
    return std::make_unique<SqliteDatabase>(options);
}

void Database::run_read(const ReadFunction& function) {
    GK_ASSERT(running != this);
    do_read([&](Snapshot& snapshot) {
        const Running mark(this);
        function(snapshot);
    });
}

void Database::run_write(const WriteFunction& function) {
    GK_ASSERT(running != this);
    do_write([&](Transaction& transaction) {
        const Running mark(this);
        return function(transaction);
    });
}

}  // namespace gk::store
