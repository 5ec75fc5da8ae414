#include "store/sqlite_database.hpp"

#include "store/failure.hpp"

namespace gk::store {

SqliteDatabase::SqliteDatabase(const Options& options)
    : writer_(options.address),
      readers_(options.connections_max,
               [path = options.address] {
                   return std::make_unique<SqliteConnection>(path, SqliteConnection::Use::reader);
               }),
      watcher_(options.address, SqliteConnection::Use::reader) {}

std::string SqliteDatabase::change_mark() {
    const std::lock_guard lock(watcher_mutex_);
    auto mark = watcher_.query("PRAGMA data_version", {});
    GK_ASSERT(mark->next());
    return std::to_string(mark->number(0));
}

void SqliteDatabase::do_read(const ReadFunction& function) {
    Pool<SqliteConnection>::Lease connection(readers_);
    try {
        connection->execute("BEGIN", {});
        Snapshot snapshot(*connection);
        function(snapshot);
        connection->execute("COMMIT", {});
    } catch (...) {
        connection.discard();
        throw;
    }
}

}  // namespace gk::store
