#include "store/postgres_connection.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <libpq-fe.h>

#include "base/number.hpp"
#include "store/failure.hpp"
#include "store/placeholders.hpp"

namespace gk::store {

namespace {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};

using Rows = std::unique_ptr<PGresult, Clear>;

// The types of pg_type that are read, by their numbers there.
constexpr Oid oid_bytea = 17;
constexpr Oid oid_name = 19;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_int2 = 21;
constexpr Oid oid_int4 = 23;
constexpr Oid oid_text = 25;
constexpr Oid oid_bpchar = 1042;
constexpr Oid oid_varchar = 1043;

std::string_view part(const PGresult* result, int field) {
    const auto* text = PQresultErrorField(result, field);
    return text != nullptr ? text : "";
}

// The detail of the server's message is left out: it holds values, perhaps of persons.
[[noreturn]] void fail(PGconn* connection, const PGresult* result, std::string_view sql) {
    const auto state = part(result, PG_DIAG_SQLSTATE);
    const auto message = state.empty() ? std::string_view(PQerrorMessage(connection))
                                       : part(result, PG_DIAG_MESSAGE_PRIMARY);
    const auto text = fmt::format("PostgreSQL: {} ({}): {}", message, state, sql);
    const auto is_of = [&](std::string_view prefix) { return state.starts_with(prefix); };
    const bool is_stale_plan =
        state == "26000" || (state == "0A000" && message.find("cached plan") != message.npos);
    if (PQstatus(connection) != CONNECTION_OK || state.empty() || is_of("08") || is_of("57P") ||
        is_stale_plan) {
        throw Lost(text);
    }
    if (state == "23505") {
        throw Violation(ViolationKind::unique, text);
    }
    if (state == "23503") {
        throw Violation(ViolationKind::foreign_key, text);
    }
    if (state == "23514") {
        throw Violation(ViolationKind::check, text);
    }
    if (state == "23502") {
        throw Violation(ViolationKind::not_null, text);
    }
    if (is_of("40")) {
        throw Retry(text);
    }
    // Resources, what lies in the way, an operator's hand, the system, the server's own failure.
    if (is_of("53") || is_of("55") || is_of("57") || is_of("58") || is_of("XX")) {
        throw Fault(text);
    }
    throw Bug(text);
}

void check(PGconn* connection, const Rows& rows, std::string_view sql) {
    const auto status = PQresultStatus(rows.get());
    // A script of comments alone, as a migration that is not in use, is empty.
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
        fail(connection, rows.get(), sql);
    }
}

}  // namespace

// All rows of one statement.
class PostgresCursor final : public Cursor {
public:
    explicit PostgresCursor(Rows rows) : rows_(std::move(rows)) {}

    // How many rows the statement inserted, changed or deleted.
    [[nodiscard]] std::int64_t changed() const {
        const std::string_view text = PQcmdTuples(rows_.get());
        return text::whole_number<std::int64_t>(text).value_or(0);
    }

    bool next() override { return ++row_ < PQntuples(rows_.get()); }

    [[nodiscard]] int column_count() const override { return PQnfields(rows_.get()); }

    [[nodiscard]] bool is_null(int column) const override {
        GK_ASSERT(row_ >= 0 && row_ < PQntuples(rows_.get()) && column >= 0 &&
                  column < column_count());
        return PQgetisnull(rows_.get(), row_, column) != 0;
    }

    [[nodiscard]] std::int64_t number(int column) const override {
        const auto text = value(column, {oid_int8, oid_int4, oid_int2, oid_int8});
        const auto number = text::whole_number<std::int64_t>(text);
        GK_ASSERT(number.has_value());
        return *number;
    }

    [[nodiscard]] std::string text(int column) const override {
        return std::string(value(column, {oid_text, oid_varchar, oid_bpchar, oid_name}));
    }

    [[nodiscard]] Blob bytes(int column) const override {
        const auto text = value(column, {oid_bytea, oid_bytea, oid_bytea, oid_bytea});
        std::size_t size = 0;
        const std::unique_ptr<unsigned char, decltype(&PQfreemem)> bytes(
            PQunescapeBytea(std::bit_cast<const unsigned char*>(text.data()), &size), &PQfreemem);
        GK_ASSERT(bytes != nullptr);
        const auto* first = std::bit_cast<const std::byte*>(bytes.get());
        return {first, first + size};
    }

private:
    [[nodiscard]] std::string_view value(int column, const std::array<Oid, 4>& types) const {
        GK_ASSERT(!is_null(column));
        const auto type = PQftype(rows_.get(), column);
        GK_ASSERT(std::ranges::find(types, type) != types.end());
        return {PQgetvalue(rows_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(rows_.get(), row_, column))};
    }

    Rows rows_;
    int row_ = -1;
};

namespace {

// The parameters as libpq takes them: numbers and text as text, bytes as they are.
struct Bound {
    explicit Bound(std::span<const Parameter> parameters) {
        texts.reserve(parameters.size());
        for (const auto& parameter : parameters) {
            add(parameter);
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            values.push_back(parameters[i].is_null() ? nullptr : texts[i].data());
        }
    }

    void add(const Parameter& parameter) {
        auto& text = texts.emplace_back();
        if (const auto number = parameter.number()) {
            text = std::to_string(*number);
        } else if (const auto given = parameter.text()) {
            text = *given;
        } else if (const auto bytes = parameter.bytes()) {
            text.assign(std::bit_cast<const char*>(bytes->data()), bytes->size());
        }
        GK_ASSERT(text.size() < static_cast<std::size_t>(std::numeric_limits<int>::max()));
        lengths.push_back(static_cast<int>(text.size()));
        formats.push_back(parameter.bytes() ? 1 : 0);
    }

    std::vector<std::string> texts;
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
};

// A server that would acknowledge before its log is written is told not to for us. A time limit
// ends what would hold a connection for ever.
constexpr const char* session_settings = R"(
    SET TIME ZONE 'UTC';
    SET standard_conforming_strings = on;
    SET statement_timeout = '60s';
    SET idle_in_transaction_session_timeout = '60s';
    SELECT set_config('synchronous_commit', 'on', false)
     WHERE current_setting('synchronous_commit') = 'off';
)";

}  // namespace

void PostgresConnection::Close::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

PostgresConnection::PostgresConnection(const std::string& address) {
    // The address comes last, so that what it says is what counts.
    const std::array<const char*, 5> keywords{"connect_timeout", "fallback_application_name",
                                              "dbname", "client_encoding", nullptr};
    const std::array<const char*, 5> values{"5", "gongkai", address.c_str(), "UTF8", nullptr};
    connection_.reset(PQconnectdbParams(keywords.data(), values.data(), 1));
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        throw Fault(fmt::format("PostgreSQL: {}", PQerrorMessage(connection_.get())));
    }
    PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
    run_script(session_settings);
}

PostgresConnection::~PostgresConnection() = default;

std::shared_ptr<PostgresConnection::Prepared> PostgresConnection::prepare(std::string_view sql) {
    if (auto cached = statements_.find(sql)) {
        return cached;
    }
    const auto [numbered, count] = number_placeholders(sql);
    auto prepared = std::make_shared<Prepared>(fmt::format("s{}", ++statements_prepared_),
                                               static_cast<std::size_t>(count));
    const Rows rows(
        PQprepare(connection_.get(), prepared->name.c_str(), numbered.c_str(), 0, nullptr));
    check(connection_.get(), rows, sql);
    if (const auto oldest = statements_.add(sql, prepared)) {
        run_script("DEALLOCATE " + oldest->name);
    }
    return prepared;
}

std::unique_ptr<PostgresCursor> PostgresConnection::run(std::string_view sql,
                                                        std::span<const Parameter> parameters) {
    const auto prepared = prepare(sql);
    GK_ASSERT(prepared->parameter_count == parameters.size());
    const Bound bound(parameters);
    Rows rows(PQexecPrepared(connection_.get(), prepared->name.c_str(),
                             static_cast<int>(parameters.size()), bound.values.data(),
                             bound.lengths.data(), bound.formats.data(), 0));
    check(connection_.get(), rows, sql);
    return std::make_unique<PostgresCursor>(std::move(rows));
}

std::unique_ptr<Cursor> PostgresConnection::query(std::string_view sql,
                                                  std::span<const Parameter> parameters) {
    return run(sql, parameters);
}

std::int64_t PostgresConnection::execute(std::string_view sql,
                                         std::span<const Parameter> parameters) {
    return run(sql, parameters)->changed();
}

void PostgresConnection::run_script(std::string_view sql) {
    const Rows rows(PQexec(connection_.get(), std::string(sql).c_str()));
    check(connection_.get(), rows, sql);
}

void PostgresConnection::commit() {
    const Rows rows(PQexec(connection_.get(), "COMMIT"));
    check(connection_.get(), rows, "COMMIT");
    if (std::string_view(PQcmdStatus(rows.get())) != "COMMIT") {
        throw Fault("PostgreSQL rolled back where it was to commit");
    }
}

}  // namespace gk::store
