// One connection to a database: what a driver implements. Used by one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "store/transaction.hpp"
#include "store/value.hpp"

namespace gk::store {

class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    [[nodiscard]] virtual Dialect dialect() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Cursor> query(std::string_view sql,
                                                        std::span<const Parameter> parameters) = 0;
    virtual std::int64_t execute(std::string_view sql, std::span<const Parameter> parameters) = 0;
    virtual void run_script(std::string_view sql) = 0;
};

}  // namespace gk::store
