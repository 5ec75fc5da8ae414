#include "fuzz/document_check.hpp"

#include <cstdio>
#include <cstdlib>
#include <set>
#include <utility>

#include "document/wire.hpp"

namespace gk::document::fuzz {

namespace {

void expect(bool holds, const char* what) {
    if (!holds) {
        std::fputs(what, stderr);
        std::abort();
    }
}

void expect_no_overlap(const Grid& grid) {
    std::set<std::pair<int, int>> taken;
    for (const auto& cell : grid.cells) {
        for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
            for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                expect(taken.emplace(row, column).second, "two cells at one place\n");
            }
        }
    }
}

}  // namespace

void expect_sound(const Result<Document>& result) {
    const auto bytes = to_wire(result);
    const auto back = from_wire(bytes);
    expect(back.has_value(), "the document is not sound\n");
    expect(to_wire(*back) == bytes, "the document changes on its way\n");
    if (result.has_value()) {
        for (const auto& block : result->blocks) {
            if (const auto* grid = std::get_if<Grid>(&block)) {
                expect_no_overlap(*grid);
            }
        }
    }
}

}  // namespace gk::document::fuzz
