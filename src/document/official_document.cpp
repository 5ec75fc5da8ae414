#include "document/official_document.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace gk::document {

const BoxedCell& covering(const BoxedTable& table, int row, int column) {
    const auto found = std::ranges::find_if(table.cells, [&](const BoxedCell& cell) {
        return cell.row <= row && row < cell.row + cell.row_span && cell.column <= column &&
               column < cell.column + cell.column_span;
    });
    GK_ASSERT(found != table.cells.end());
    return *found;
}

}  // namespace gk::document
