// What a function handed to Database::read() or Database::write() works with.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

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

    // Whether a statement has failed: what came before it cannot be kept either, and no other
    // statement may follow.
    [[nodiscard]] bool has_failed() const { return has_failed_; }

protected:
    // Runs one call of the connection and remembers whether it failed.
    template <typename Call>
    auto guarded(const Call& call) {
        GK_ASSERT(!has_failed_);
        has_failed_ = true;
        if constexpr (std::is_void_v<std::invoke_result_t<const Call&, Connection&>>) {
            call(connection_);
            has_failed_ = false;
        } else {
            auto answer = call(connection_);
            has_failed_ = false;
            return answer;
        }
    }

private:
    Connection& connection_;
    bool has_failed_ = false;
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

// What becomes of the work of a write function.
enum class Verdict { keep, undo };
using ReadFunction = std::function<void(Snapshot&)>;
using WriteFunction = std::function<Verdict(Transaction&)>;

}  // namespace gk::store
