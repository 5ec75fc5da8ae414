// All that a database holds, table by table, in a form that either database can be filled from:
// what a backup is made of.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "store/migration.hpp"
#include "store/transaction.hpp"
#include "store/value.hpp"

namespace gk::store {

enum class ColumnKind { number, text, bytes };

struct TableColumn {
    std::string name;
    ColumnKind kind = ColumnKind::text;

    friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

struct TableShape {
    std::string name;
    std::vector<TableColumn> columns;
    // The column that the database numbers itself, and the last number that it gave: none is given
    // twice, not even that of a row that is gone.
    std::string numbered_column = {};
    std::int64_t last_number = 0;

    friend bool operator==(const TableShape&, const TableShape&) = default;
};

using CellValue = std::variant<std::monostate, std::int64_t, std::string, Blob>;

// In the order in which they were made. A database without history has none.
[[nodiscard]] std::vector<TableShape> load_table_shapes(Snapshot& snapshot);

// Hands every row of the table to `take`, in no order.
void read_rows(Snapshot& snapshot, const TableShape& table,
               const std::function<void(std::span<const CellValue>)>& take);

// Fills a database anew: first nothing is left of what there was, then the tables of the
// migrations are made, then the rows are added; foreign keys are checked at the end, and triggers
// look at nothing that comes in. All of it in the one transaction.
class ContentLoader {
public:
    ContentLoader(Transaction& transaction, std::span<const Migration> migrations);

    // False where the migrations make no such table, or one with other columns.
    [[nodiscard]] bool begin_table(const TableShape& table);
    // Of the table that was begun last. False where the values do not fit the columns.
    [[nodiscard]] bool add_row(std::span<const CellValue> row);
    // Throws Violation where a foreign key does not hold.
    void finish();

private:
    void drop_everything();
    void empty_tables();
    void finish_numbers();

    Transaction& transaction_;
    std::vector<TableShape> tables_;    // Those that the migrations have made.
    std::vector<TableShape> numbered_;  // Those begun, with the numbers to go on from.
    std::vector<std::string> closing_;  // Statements that put triggers and keys back.
    std::optional<TableShape> table_;
    std::string insert_;
};

}  // namespace gk::store
