#include "document/blocks.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace gk::document::test {

namespace {

std::string shown(const Grid& grid) {
    auto lines = fmt::format("grid {}x{}\n", grid.rows, grid.columns);
    for (const auto& cell : grid.cells) {
        lines += fmt::format("{},{}", cell.row, cell.column);
        if (cell.row_span != 1 || cell.column_span != 1) {
            lines += fmt::format(" {}x{}", cell.row_span, cell.column_span);
        }
        if (!cell.text.empty()) {
            lines += " " + text::replace_all(cell.text, "\n", "⏎");
        }
        lines += '\n';
    }
    return lines + "end\n";
}

}  // namespace

std::string shown(const Document& document) {
    std::string lines;
    for (const auto& block : document.blocks) {
        if (const auto* grid = std::get_if<Grid>(&block)) {
            lines += shown(*grid);
            continue;
        }
        const auto& paragraph = std::get<Paragraph>(block);
        lines += paragraph.heading_level == 0
                     ? paragraph.text + "\n"
                     : fmt::format("#{} {}\n", paragraph.heading_level, paragraph.text);
    }
    return lines;
}

std::string shown(const Result<Document>& result) {
    return result.has_value() ? shown(*result) : "PROBLEM " + result.error().first().code;
}

std::string problem_code(const Result<Document>& result) {
    return result.has_value() ? "none" : result.error().first().code;
}

}  // namespace gk::document::test
