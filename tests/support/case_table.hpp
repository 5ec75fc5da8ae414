// Tables of examples in Markdown (tests/cases/*.md), which a lawyer can read and add to. A runner
// executes every row of a table and names the file and line of the row that does not hold.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gk::test {

// One row: the head of a column to its text, without the spaces around and without ` marks.
struct CaseRow {
    std::string place;  // "tests/cases/remedies.md:12"
    std::map<std::string, std::string, std::less<>> fields;

    // The text of a column; fails the test where the table has no such column.
    [[nodiscard]] const std::string& operator[](std::string_view column) const;
};

struct CaseTable {
    std::string heading;  // The nearest heading above it, without #.
    std::vector<CaseRow> rows;
};

// Every table of a file below the source folder, in its order.
[[nodiscard]] std::vector<CaseTable> read_case_tables(const std::filesystem::path& path);

// The rows of the one table under this heading; fails the test where there is none or no row.
[[nodiscard]] std::vector<CaseRow> case_rows(const std::filesystem::path& path,
                                             std::string_view heading);

}  // namespace gk::test
