#include "store/content.hpp"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "store/failure.hpp"

namespace gk::store {

namespace {

constexpr std::string_view names_on_sqlite =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    " ORDER BY rowid";
constexpr std::string_view names_on_postgres =
    "SELECT CAST(c.relname AS text) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = current_schema() AND c.relkind = 'r' ORDER BY c.oid";

constexpr std::string_view columns_on_sqlite =
    "SELECT name, type, 0 FROM pragma_table_info(?) ORDER BY cid";
constexpr std::string_view columns_on_postgres =
    "SELECT CAST(attname AS text), CAST(format_type(atttypid, NULL) AS text),"
    " CASE WHEN attidentity = '' THEN 0 ELSE 1 END FROM pg_attribute"
    " WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped ORDER BY attnum";

bool is_sqlite(const Snapshot& snapshot) {
    return snapshot.dialect() == Dialect::sqlite;
}

std::vector<std::string> texts(Statement rows) {
    std::vector<std::string> all;
    while (rows.next()) {
        all.push_back(rows.get<std::string>(0));
    }
    return all;
}

std::vector<std::string> table_names(Snapshot& snapshot) {
    return texts(snapshot.query(is_sqlite(snapshot) ? names_on_sqlite : names_on_postgres));
}

ColumnKind kind_of(std::string_view declared) {
    const auto type = text::lower_ascii(declared);
    if (type == "bigint" || type == "integer") {
        return ColumnKind::number;
    }
    if (type == "blob" || type == "bytea") {
        return ColumnKind::bytes;
    }
    GK_ASSERT(type == "text");
    return ColumnKind::text;
}

// On SQLite AUTOINCREMENT, which keeps its numbers in a table of its own; none: never used.
void find_number_on_sqlite(Snapshot& snapshot, TableShape& table) {
    auto made = snapshot.query(
        "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = ?"
        " AND sql LIKE '%AUTOINCREMENT%'",
        table.name);
    GK_ASSERT(made.next());
    if (made.get<std::int64_t>(0) == 0) {
        return;
    }
    table.numbered_column = table.columns.front().name;
    auto last = snapshot.query("SELECT seq FROM sqlite_sequence WHERE name = ?", table.name);
    table.last_number = last.next() ? last.get<std::int64_t>(0) : 0;
}

void find_number_on_postgres(Snapshot& snapshot, TableShape& table) {
    auto last = snapshot.query(
        "SELECT COALESCE(pg_sequence_last_value(CAST(pg_get_serial_sequence(CAST(? AS text),"
        " CAST(? AS text)) AS regclass)), 0)",
        table.name, table.numbered_column);
    GK_ASSERT(last.next());
    table.last_number = last.get<std::int64_t>(0);
}

TableShape shape_of(Snapshot& snapshot, const std::string& name) {
    TableShape table{.name = name, .columns = {}};
    auto row = snapshot.query(is_sqlite(snapshot) ? columns_on_sqlite : columns_on_postgres, name);
    while (row.next()) {
        table.columns.push_back({row.get<std::string>(0), kind_of(row.get<std::string>(1))});
        if (row.get<bool>(2)) {
            table.numbered_column = table.columns.back().name;
        }
    }
    if (is_sqlite(snapshot)) {
        find_number_on_sqlite(snapshot, table);
    } else if (!table.numbered_column.empty()) {
        find_number_on_postgres(snapshot, table);
    }
    return table;
}

std::string column_list(const TableShape& table) {
    std::vector<std::string> names;
    std::ranges::transform(table.columns, std::back_inserter(names), &TableColumn::name);
    return text::join(names, ", ");
}

CellValue cell_of(const Statement& row, int column, ColumnKind kind) {
    switch (kind) {
        case ColumnKind::number: {
            const auto value = row.get<std::optional<std::int64_t>>(column);
            return value ? CellValue(*value) : CellValue();
        }
        case ColumnKind::text: {
            auto value = row.get<std::optional<std::string>>(column);
            return value ? CellValue(*std::move(value)) : CellValue();
        }
        case ColumnKind::bytes: {
            auto value = row.get<std::optional<Blob>>(column);
            return value ? CellValue(*std::move(value)) : CellValue();
        }
    }
    GK_ASSERT(!"a kind of column");
    return {};
}

// Returns how many there were.
std::int64_t hand_on(Statement rows, const TableShape& table,
                     const std::function<void(std::span<const CellValue>)>& take) {
    std::vector<CellValue> values(table.columns.size());
    std::int64_t count = 0;
    for (; rows.next(); ++count) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = cell_of(rows, static_cast<int>(i), table.columns[i].kind);
        }
        take(values);
    }
    return count;
}

Parameter parameter_of(const CellValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return *number;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* bytes = std::get_if<Blob>(&value)) {
        return *bytes;
    }
    return std::nullopt;
}

bool fits(const CellValue& value, ColumnKind kind) {
    if (std::holds_alternative<std::monostate>(value)) {
        return true;
    }
    switch (kind) {
        case ColumnKind::number:
            return std::holds_alternative<std::int64_t>(value);
        case ColumnKind::text:
            return std::holds_alternative<std::string>(value);
        case ColumnKind::bytes:
            return std::holds_alternative<Blob>(value);
    }
    GK_ASSERT(!"a kind of column");
    return false;
}

}  // namespace

std::vector<TableShape> load_table_shapes(Snapshot& snapshot) {
    std::vector<TableShape> shapes;
    for (const auto& name : table_names(snapshot)) {
        shapes.push_back(shape_of(snapshot, name));
    }
    return shapes;
}

void read_rows(Snapshot& snapshot, const TableShape& table,
               const std::function<void(std::span<const CellValue>)>& take) {
    const auto select = fmt::format("SELECT {} FROM {}", column_list(table), table.name);
    if (is_sqlite(snapshot)) {
        hand_on(snapshot.query(select), table, take);
        return;
    }
    // There a query keeps all its rows in memory.
    constexpr std::int64_t batch_size = 2000;
    static_cast<void>(snapshot.query(
        fmt::format("DECLARE rows_of_{} NO SCROLL CURSOR FOR {}", table.name, select)));
    const auto fetch = fmt::format("FETCH {} FROM rows_of_{}", batch_size, table.name);
    while (hand_on(snapshot.query(fetch), table, take) == batch_size) {
    }
    static_cast<void>(snapshot.query(fmt::format("CLOSE rows_of_{}", table.name)));
}

ContentLoader::ContentLoader(Transaction& transaction, std::span<const Migration> migrations)
    : transaction_(transaction) {
    if (is_sqlite(transaction_)) {
        transaction_.run_script("PRAGMA defer_foreign_keys = ON");
    }
    drop_everything();
    make_schema(transaction_, migrations);
    tables_ = load_table_shapes(transaction_);
    empty_tables();
}

void ContentLoader::drop_everything() {
    auto names = table_names(transaction_);
    // The later ones refer to the earlier.
    for (const auto& name : names | std::views::reverse) {
        transaction_.run_script(
            fmt::format("DROP TABLE {}{}", name, is_sqlite(transaction_) ? "" : " CASCADE"));
    }
    if (is_sqlite(transaction_)) {
        return;
    }
    const auto functions = texts(transaction_.query(
        "SELECT CAST(CAST(p.oid AS regprocedure) AS text) FROM pg_proc p"
        " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = current_schema()"
        " AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"));
    for (const auto& function : functions) {
        transaction_.run_script(fmt::format("DROP FUNCTION {} CASCADE", function));
    }
}

// A migration may have written rows; triggers that guard them sleep until finish().
void ContentLoader::empty_tables() {
    if (is_sqlite(transaction_)) {
        const auto names =
            texts(transaction_.query("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
        closing_ =
            texts(transaction_.query("SELECT sql FROM sqlite_schema WHERE type = 'trigger'"));
        for (const auto& name : names) {
            transaction_.run_script("DROP TRIGGER " + name);
        }
    } else {
        const auto keys = texts(transaction_.query(
            "SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I ', CAST(conrelid AS regclass),"
            " conname) FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace"
            " WHERE n.nspname = current_schema() AND k.contype = 'f'"));
        for (const auto& alter : keys) {
            transaction_.run_script(alter + "DEFERRABLE INITIALLY DEFERRED");
        }
        closing_.emplace_back("SET CONSTRAINTS ALL IMMEDIATE");
        for (const auto& alter : keys) {
            closing_.push_back(alter + "NOT DEFERRABLE");
        }
        for (const auto& table : tables_) {
            transaction_.run_script(fmt::format("ALTER TABLE {} DISABLE TRIGGER USER", table.name));
            closing_.push_back(fmt::format("ALTER TABLE {} ENABLE TRIGGER USER", table.name));
        }
    }
    for (const auto& table : tables_ | std::views::reverse) {
        transaction_.run_script("DELETE FROM " + table.name);
    }
}

bool ContentLoader::begin_table(const TableShape& table) {
    const auto made = std::ranges::find(tables_, table.name, &TableShape::name);
    if (made == tables_.end() || made->columns != table.columns ||
        made->numbered_column != table.numbered_column) {
        return false;
    }
    table_ = table;
    if (!table.numbered_column.empty()) {
        numbered_.push_back(table);
    }
    const bool is_numbered_by_postgres = !is_sqlite(transaction_) && !table.numbered_column.empty();
    const std::vector<std::string> marks(table.columns.size(), "?");
    insert_ = fmt::format("INSERT INTO {} ({}) {}VALUES ({})", table.name, column_list(table),
                          is_numbered_by_postgres ? "OVERRIDING SYSTEM VALUE " : "",
                          text::join(marks, ", "));
    return true;
}

bool ContentLoader::add_row(std::span<const CellValue> row) {
    GK_ASSERT(table_.has_value());
    if (row.size() != table_->columns.size()) {
        return false;
    }
    std::vector<Parameter> parameters;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!fits(row[i], table_->columns[i].kind)) {
            return false;
        }
        parameters.push_back(parameter_of(row[i]));
    }
    return transaction_.execute_with(insert_, parameters) == 1;
}

void ContentLoader::finish_numbers() {
    for (const auto& table : numbered_) {
        if (table.last_number == 0) {
            continue;
        }
        if (is_sqlite(transaction_)) {
            transaction_.execute("DELETE FROM sqlite_sequence WHERE name = ?", table.name);
            transaction_.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
                                 table.name, table.last_number);
        } else {
            static_cast<void>(transaction_.query(
                "SELECT setval(CAST(pg_get_serial_sequence(CAST(? AS text), CAST(? AS text))"
                " AS regclass), ?)",
                table.name, table.numbered_column, table.last_number));
        }
    }
}

void ContentLoader::finish() {
    finish_numbers();
    for (const auto& statement : closing_) {
        transaction_.run_script(statement);
    }
    if (is_sqlite(transaction_)) {
        // What was deferred is looked at by the commit, which knows no table's name.
        auto broken = transaction_.query("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1");
        if (broken.next()) {
            throw Violation(ViolationKind::foreign_key, broken.get<std::string>(0));
        }
    }
}

}  // namespace gk::store
