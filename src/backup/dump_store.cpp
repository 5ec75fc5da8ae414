#include "backup/dump_store.hpp"

#include <algorithm>
#include <fstream>
#include <ranges>
#include <vector>

#include <boost/json.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "audit/store.hpp"
#include "backup/errors.hpp"
#include "base/assert.hpp"
#include "base/hex.hpp"
#include "store/content.hpp"
#include "store/migration.hpp"

namespace gk::backup {

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

using store::CellValue;
using store::ColumnKind;
using store::TableShape;

constexpr std::string_view trail_table = "audit_entries";

// Bytes are an object, so that they are not taken for a text: {"bytes": "00ff"}.
constexpr std::string_view bytes_member = "bytes";

std::string_view key(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::number:
            return "number";
        case ColumnKind::text:
            return "text";
        case ColumnKind::bytes:
            return "bytes";
    }
    GK_ASSERT(!"a kind of column");
    return {};
}

std::optional<ColumnKind> column_kind_of(std::string_view text) {
    for (const auto kind : {ColumnKind::number, ColumnKind::text, ColumnKind::bytes}) {
        if (key(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

// A stream whose every failure is a fault.
class Lines {
public:
    explicit Lines(const fs::path& file) : file_(file) {
        const auto made = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (made >= 0) {
            close(made);
        }
        out_.open(file, std::ios::binary);
        check();
    }

    void add(const json::value& line) {
        out_ << json::serialize(line) << '\n';
        check();
    }

    void finish() {
        out_.flush();
        check();
    }

private:
    void check() const {
        if (!out_) {
            throw Fault(fmt::format("{}: cannot be written", file_.string()));
        }
    }

    fs::path file_;
    std::ofstream out_;
};

json::value history_line(const std::vector<store::AppliedMigration>& history) {
    json::array migrations;
    for (const auto& row : history) {
        migrations.push_back(
            {{"number", row.number}, {"name", row.name}, {"checksum", row.checksum}});
    }
    return {{"migrations", std::move(migrations)}};
}

json::value table_line(const TableShape& table) {
    json::array columns;
    for (const auto& column : table.columns) {
        columns.push_back(json::array{column.name, key(column.kind)});
    }
    return {{"table", table.name},
            {"columns", std::move(columns)},
            {"numbered_column", table.numbered_column},
            {"last_number", table.last_number}};
}

json::value json_of(const CellValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return *number;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return json::string(*text);
    }
    if (const auto* bytes = std::get_if<store::Blob>(&value)) {
        const std::string_view view(reinterpret_cast<const char*>(bytes->data()), bytes->size());
        return {{bytes_member, to_hex(view)}};
    }
    return nullptr;
}

std::vector<store::AppliedMigration> history_of(const json::value& line) {
    std::vector<store::AppliedMigration> history;
    for (const auto& row : line.at("migrations").as_array()) {
        history.push_back({.number = json::value_to<int>(row.at("number")),
                           .name = std::string(row.at("name").as_string()),
                           .checksum = std::string(row.at("checksum").as_string())});
    }
    return history;
}

// Throws where the line is none of a table.
TableShape table_of(const json::object& line) {
    TableShape table{.name = std::string(line.at("table").as_string()), .columns = {}};
    for (const auto& column : line.at("columns").as_array()) {
        table.columns.push_back({std::string(column.at(0).as_string()),
                                 column_kind_of(column.at(1).as_string()).value()});
    }
    table.numbered_column = std::string(line.at("numbered_column").as_string());
    table.last_number = line.at("last_number").as_int64();
    return table;
}

CellValue cell_of(const json::value& value) {
    if (value.is_null()) {
        return {};
    }
    if (value.is_int64()) {
        return value.as_int64();
    }
    if (value.is_string()) {
        return std::string(value.as_string());
    }
    const auto bytes = from_hex(value.at(bytes_member).as_string()).value();
    const auto* first = reinterpret_cast<const std::byte*>(bytes.data());
    return store::Blob(first, first + bytes.size());
}

// False where a line does not fit what came before. Throws where it is no JSON of ours.
bool take_line(const json::value& line, store::ContentLoader& loader) {
    if (const auto* table = line.if_object()) {
        return loader.begin_table(table_of(*table));
    }
    std::vector<CellValue> row;
    std::ranges::transform(line.as_array(), std::back_inserter(row), cell_of);
    return loader.add_row(row);
}

bool has_table(const std::vector<TableShape>& tables, std::string_view name) {
    return std::ranges::find(tables, name, &TableShape::name) != tables.end();
}

}  // namespace

std::optional<DatabaseMark> write_dump(store::Snapshot& snapshot, const fs::path& file) {
    const auto tables = store::load_table_shapes(snapshot);
    const auto history = store::applied_migrations(snapshot);
    if (tables.empty() || history.empty()) {
        return std::nullopt;
    }
    DatabaseMark mark{.schema = history.back().name, .entry_count = 0, .trail_hash = {}};
    if (has_table(tables, trail_table)) {
        const auto head = audit::load_head(snapshot);
        mark.entry_count = head.entry_count;
        mark.trail_hash = head.hash;
    }
    Lines lines(file);
    lines.add(history_line(history));
    for (const auto& table : tables) {
        lines.add(table_line(table));
        store::read_rows(snapshot, table, [&](std::span<const CellValue> row) {
            json::array values;
            std::ranges::transform(row, std::back_inserter(values), json_of);
            lines.add(values);
        });
    }
    lines.finish();
    return mark;
}

Result<void> load_dump(store::Transaction& transaction, const fs::path& file,
                       std::string_view archive) {
    std::ifstream in(file, std::ios::binary);
    std::string line;
    const auto damaged = [&] { return error(archive_damaged, archive); };
    try {
        if (!std::getline(in, line)) {
            return damaged();
        }
        const auto history = history_of(json::parse(line));
        GK_TRY(const auto migrations, store::migrations_of(history));
        store::ContentLoader loader(transaction, migrations);
        while (std::getline(in, line)) {
            if (!take_line(json::parse(line), loader)) {
                return damaged();
            }
        }
        loader.finish();
    } catch (const Fault&) {
        throw;
    } catch (const Bug&) {
        // A constraint that does not hold among them: it has to leave the transaction first.
        throw;
    } catch (const std::exception&) {
        // A line that is no JSON, or none of ours.
        return damaged();
    }
    return {};
}

bool has_tables(store::Snapshot& snapshot) {
    return !store::load_table_shapes(snapshot).empty();
}

bool has_trail(store::Snapshot& snapshot) {
    return has_table(store::load_table_shapes(snapshot), trail_table);
}

std::vector<std::string> stored_addresses(store::Snapshot& snapshot) {
    std::vector<std::string> addresses;
    if (!has_table(store::load_table_shapes(snapshot), "stored_files")) {
        return addresses;
    }
    auto row = snapshot.query("SELECT DISTINCT address FROM stored_files ORDER BY address");
    while (row.next()) {
        addresses.push_back(row.get<std::string>(0));
    }
    return addresses;
}

ClosedAccess close_access(store::Transaction& transaction, Moment now) {
    const auto shapes = store::load_table_shapes(transaction);
    ClosedAccess closed;
    if (has_table(shapes, "sessions")) {
        closed.sessions = transaction.execute(
            "UPDATE sessions SET ended_at = ?, end_reason = 'restored' WHERE ended_at IS NULL",
            now);
    }
    if (has_table(shapes, "one_time_links")) {
        closed.links = transaction.execute("DELETE FROM one_time_links");
    }
    return closed;
}

}  // namespace gk::backup
