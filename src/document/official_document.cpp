#include "document/official_document.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::document {

const BoxedCell& covering(const BoxedTable& table, int row, int column) {
    const auto found = std::ranges::find_if(table.cells, [&](const BoxedCell& cell) {
        return cell.row <= row && row < cell.row + cell.row_span && cell.column <= column &&
               column < cell.column + cell.column_span;
    });
    GK_ASSERT(found != table.cells.end());
    return *found;
}

double width_in_characters(std::string_view utf8) {
    double width = 0;
    for (const auto c : text::decode(utf8)) {
        width += c < 0x2E80 ? 0.5 : 1;
    }
    return width;
}

}  // namespace gk::document
