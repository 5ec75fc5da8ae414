#include "store/sqlite_connection.hpp"

#include <limits>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "base/text.hpp"
#include "store/failure.hpp"
#include "store/sqlite_functions.hpp"

namespace gk::store {

// A statement and whether a cursor is walking over its rows.
struct SqlitePrepared {
    explicit SqlitePrepared(sqlite3_stmt* prepared) : statement(prepared) {}

    SqlitePrepared(const SqlitePrepared&) = delete;
    SqlitePrepared& operator=(const SqlitePrepared&) = delete;

    ~SqlitePrepared() { sqlite3_finalize(statement); }

    sqlite3_stmt* statement;
    bool is_busy = false;
};

namespace {

[[noreturn]] void fail(sqlite3* handle, int code, std::string_view what) {
    const auto extended = handle != nullptr ? sqlite3_extended_errcode(handle) : code;
    const auto text = fmt::format("SQLite: {} ({}): {}",
                                  handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code),
                                  extended, what);
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            throw Violation(ViolationKind::unique, text);
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            throw Violation(ViolationKind::foreign_key, text);
        case SQLITE_CONSTRAINT_CHECK:
            throw Violation(ViolationKind::check, text);
        case SQLITE_CONSTRAINT_NOTNULL:
            throw Violation(ViolationKind::not_null, text);
        default:
            break;
    }
    switch (extended & 0xFF) {
        case SQLITE_ERROR:
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_MISUSE:
        case SQLITE_RANGE:
        case SQLITE_TOOBIG:
        case SQLITE_AUTH:
            throw Bug(text);
        default:
            throw Fault(text);
    }
}

void check(sqlite3* handle, int code, std::string_view what) {
    if (code != SQLITE_OK) {
        fail(handle, code, what);
    }
}

void bind(sqlite3_stmt* statement, int position, const Parameter& parameter) {
    auto* handle = sqlite3_db_handle(statement);
    int code = SQLITE_OK;
    if (const auto number = parameter.number()) {
        code = sqlite3_bind_int64(statement, position, *number);
    } else if (const auto text = parameter.text()) {
        code = sqlite3_bind_text64(statement, position, text->data() == nullptr ? "" : text->data(),
                                   text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (const auto bytes = parameter.bytes()) {
        code = bytes->empty() ? sqlite3_bind_zeroblob(statement, position, 0)
                              : sqlite3_bind_blob64(statement, position, bytes->data(),
                                                    bytes->size(), SQLITE_TRANSIENT);
    } else {
        code = sqlite3_bind_null(statement, position);
    }
    check(handle, code, sqlite3_sql(statement));
}

// One run of a statement. The first row is fetched at once, so that an INSERT … RETURNING has
// happened when query() returns.
class SqliteCursor final : public Cursor {
public:
    SqliteCursor(std::shared_ptr<SqlitePrepared> prepared, std::span<const Parameter> parameters)
        : prepared_(std::move(prepared)), statement_(prepared_->statement) {
        GK_ASSERT(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement_)) ==
                  parameters.size());
        prepared_->is_busy = true;
        try {
            for (int position = 1; const auto& parameter : parameters) {
                bind(statement_, position++, parameter);
            }
            has_row_ = step();
        } catch (...) {
            release();
            throw;
        }
    }

    ~SqliteCursor() override { release(); }

    bool next() override {
        if (is_before_first_) {
            is_before_first_ = false;
        } else if (has_row_) {
            has_row_ = step();
        }
        return has_row_;
    }

    [[nodiscard]] int column_count() const override { return sqlite3_column_count(statement_); }

    [[nodiscard]] bool is_null(int column) const override { return type(column) == SQLITE_NULL; }

    [[nodiscard]] std::int64_t number(int column) const override {
        GK_ASSERT(type(column) == SQLITE_INTEGER);
        return sqlite3_column_int64(statement_, column);
    }

    [[nodiscard]] std::string text(int column) const override {
        GK_ASSERT(type(column) == SQLITE_TEXT);
        const auto* first = sqlite3_column_text(statement_, column);
        return {first, first + sqlite3_column_bytes(statement_, column)};
    }

    [[nodiscard]] Blob bytes(int column) const override {
        GK_ASSERT(type(column) == SQLITE_BLOB);
        const auto* first = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
        return {first, first + sqlite3_column_bytes(statement_, column)};
    }

private:
    [[nodiscard]] int type(int column) const {
        GK_ASSERT(has_row_ && !is_before_first_ && column >= 0 && column < column_count());
        return sqlite3_column_type(statement_, column);
    }

    bool step() {
        const auto code = sqlite3_step(statement_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            fail(sqlite3_db_handle(statement_), code, sqlite3_sql(statement_));
        }
        return code == SQLITE_ROW;
    }

    // What a statement failed with, reset says again; it has been thrown by then.
    void release() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
        prepared_->is_busy = false;
    }

    std::shared_ptr<SqlitePrepared> prepared_;
    sqlite3_stmt* statement_;
    bool is_before_first_ = true;
    bool has_row_ = false;
};

// The file is made here, so that it and the files beside it (which take its mode) are the owner's
// alone.
void make_file(const std::string& path) {
    const auto file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        throw Fault(fmt::format("{} cannot be opened for writing", path));
    }
    ::close(file);
}

constexpr const char* common_settings = R"(
    PRAGMA busy_timeout = 10000;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
)";

constexpr const char* writer_settings = R"(
    PRAGMA synchronous = FULL;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ON;
    PRAGMA journal_size_limit = 67108864;
)";

}  // namespace

void SqliteConnection::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

SqliteConnection::SqliteConnection(const std::string& path, Use use) : use_(use) {
    if (use == Use::writer) {
        make_file(path);
    }
    sqlite3* handle = nullptr;
    const auto code = sqlite3_open_v2(
        path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
        nullptr);
    handle_.reset(handle);
    check(handle, code, path);
    // Text in double quotes is no string, as on PostgreSQL; the schema's own tables are not to be
    // written.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    add_functions(handle);
    run_script(common_settings);
    if (use == Use::reader) {
        run_script("PRAGMA query_only = ON");
        return;
    }
    auto mode = query("PRAGMA journal_mode = WAL", {});
    if (!mode->next() || mode->text(0) != "wal") {
        throw Fault(fmt::format("{} lies where SQLite cannot keep a write-ahead log", path));
    }
    run_script(writer_settings);
}

SqliteConnection::~SqliteConnection() = default;

std::shared_ptr<SqlitePrepared> SqliteConnection::prepare(std::string_view sql) {
    auto cached = statements_.find(sql);
    if (cached != nullptr && !cached->is_busy) {
        return cached;
    }
    GK_ASSERT(sql.size() < static_cast<std::size_t>(std::numeric_limits<int>::max()));
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    check(handle_.get(),
          sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &statement, &rest),
          sql);
    auto prepared = std::make_shared<SqlitePrepared>(statement);
    GK_ASSERT(statement != nullptr && text::trim({rest, sql.data() + sql.size()}).empty());
    GK_ASSERT(use_ == Use::writer || sqlite3_stmt_readonly(statement) != 0);
    if (cached == nullptr) {
        statements_.add(sql, prepared);
    }
    return prepared;
}

std::unique_ptr<Cursor> SqliteConnection::query(std::string_view sql,
                                                std::span<const Parameter> parameters) {
    return std::make_unique<SqliteCursor>(prepare(sql), parameters);
}

std::int64_t SqliteConnection::execute(std::string_view sql,
                                       std::span<const Parameter> parameters) {
    const auto before = sqlite3_total_changes64(handle_.get());
    SqliteCursor cursor(prepare(sql), parameters);
    while (cursor.next()) {
    }
    const auto is_changed = sqlite3_total_changes64(handle_.get()) != before;
    return is_changed ? sqlite3_changes64(handle_.get()) : 0;
}

void SqliteConnection::run_script(std::string_view sql) {
    check(handle_.get(),
          sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr), sql);
}

bool SqliteConnection::is_in_transaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

}  // namespace gk::store
