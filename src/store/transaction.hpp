// What a function handed to Database::read() or Database::write() works with.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "store/value.hpp"

namespace gk::store {

class Connection;

enum class Dialect { sqlite, postgres };

// The rows of a query. Must be gone before its Snapshot is.
class Statement {
public:
    explicit Statement(std::unique_ptr<Cursor> cursor) : cursor_(std::move(cursor)) {}

    // Goes to the next row; false after the last one.
    [[nodiscard]] bool next() { return cursor_->next(); }

    // Column from 0. T: std::int64_t, int, bool, std::string, Blob, Date, Moment, Decimal, Id<Of>,
    // or std::optional of one of them.
    template <typename T>
    [[nodiscard]] T get(int column) const {
        return ColumnOf<T>::get(*cursor_, column);
    }

private:
    std::unique_ptr<Cursor> cursor_;
};

// One consistent view of the database: what others commit meanwhile is not seen. SQL takes `?` on
// both databases; statements are prepared once per connection and kept by their text, so write
// them as constants and give values as parameters.
class Snapshot {
public:
    explicit Snapshot(Connection& connection) : connection_(connection) {}

    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    template <typename... Values>
    [[nodiscard]] Statement query(std::string_view sql, const Values&... values) {
        const std::array<Parameter, sizeof...(Values)> parameters{Parameter(values)...};
        return query_with(sql, parameters);
    }

    [[nodiscard]] Statement query_with(std::string_view sql, std::span<const Parameter> parameters);

    [[nodiscard]] Dialect dialect() const;

protected:
    ~Snapshot() = default;

    [[nodiscard]] Connection& connection() { return connection_; }

private:
    Connection& connection_;
};

// A Snapshot that may also write. All of it is kept or nothing.
class Transaction : public Snapshot {
public:
    using Snapshot::Snapshot;

    // Returns how many rows were inserted, changed or deleted. For INSERT … RETURNING use query().
    template <typename... Values>
    std::int64_t execute(std::string_view sql, const Values&... values) {
        const std::array<Parameter, sizeof...(Values)> parameters{Parameter(values)...};
        return execute_with(sql, parameters);
    }

    std::int64_t execute_with(std::string_view sql, std::span<const Parameter> parameters);

    // Several statements separated by `;`, without parameters: for migrations.
    void run_script(std::string_view sql);
};

}  // namespace gk::store
