// A list of the API, once for all trades: filters, order and pages in the query, and the same
// filters on export.xlsx.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/list_part.hpp"
#include "document/table_sheet.hpp"
#include "web/api/api_route.hpp"

namespace boost::json {
class object;
}

namespace gk::web::api {

inline constexpr std::int64_t page_size_max = 100;
inline constexpr std::int64_t export_rows_max = 50'000;

// One row of the list: as JSON, and as cells below `columns`.
using TakeRow = std::function<void(const boost::json::object& item,
                                   std::span<const document::SheetCell> cells)>;

// A column of the export. Its title is the label that `item` gives the field, so that a list and
// its export say one word for one thing.
struct ListColumn {
    std::string field;
    int characters = 16;  // How wide.
};

struct ListSpec {
    std::string pattern;  // "/api/v1/audit-entries"; the export is served at …/export.xlsx.
    RequiredPermission permission;
    std::string things;   // "audit_entries": operations list_audit_entries, export_audit_entries.
    std::string summary;  // "审计记录"
    std::vector<Field> filters;
    // Fields of `item`; by the first the list is sorted where nothing is chosen.
    std::vector<std::string> sorts;
    Direction direction = Direction::descending;
    Schema item;
    std::vector<ListColumn> columns;
    // Hands this part of the rows to `take` and returns how many there are in all.
    std::function<Result<std::int64_t>(const Call&, const ListPart&, const TakeRow&)> load;
};

// The row of the list and that of its export.
[[nodiscard]] std::vector<ApiRoute> list_routes(const ListSpec& spec);

}  // namespace gk::web::api
