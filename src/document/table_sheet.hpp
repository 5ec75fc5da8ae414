// A list as a spreadsheet (.xlsx), row by row with little memory: dates are dates, whole numbers
// are numbers, and everything else is text, so that no identity number loses its last digits and
// nothing is taken for a formula.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"

namespace gk::document {

// Nothing, text, a date, a moment (shown to the minute, Asia/Shanghai), a whole number.
using SheetCell = std::variant<std::monostate, std::string, Date, Moment, std::int64_t>;

struct SheetColumn {
    std::string title;
    int characters = 16;  // How wide.
};

class TableSheet {
public:
    // `name` is that of the sheet. Rows begin below one of titles, which stays in sight.
    TableSheet(std::string_view name, const std::vector<SheetColumn>& columns);
    TableSheet(const TableSheet&) = delete;
    TableSheet& operator=(const TableSheet&) = delete;
    ~TableSheet();

    // As many cells as there are columns.
    void add_row(std::span<const SheetCell> cells);

    // The bytes of the file; nothing may be added any more. Throws Fault where the disk fails.
    [[nodiscard]] std::string finish();

private:
    struct Book;
    std::unique_ptr<Book> book_;
};

inline constexpr std::string_view sheet_media_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

}  // namespace gk::document
