#include "store/transaction.hpp"

#include "store/connection.hpp"

namespace gk::store {

Statement Snapshot::query_with(std::string_view sql, std::span<const Parameter> parameters) {
    return Statement(
        guarded([&](Connection& connection) { return connection.query(sql, parameters); }));
}

Dialect Snapshot::dialect() const {
    return connection_.dialect();
}

std::int64_t Transaction::execute_with(std::string_view sql,
                                       std::span<const Parameter> parameters) {
    return guarded([&](Connection& connection) { return connection.execute(sql, parameters); });
}

void Transaction::run_script(std::string_view sql) {
    guarded([&](Connection& connection) { connection.run_script(sql); });
}

}  // namespace gk::store
