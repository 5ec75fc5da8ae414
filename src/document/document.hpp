// What is left of a file of any kind once it is read: paragraphs and grids, in the order of the
// page. No fonts, no colours, no scripts.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gk::document {

enum class FileKind { html, docx, pdf, markdown, plain_text, xlsx };

[[nodiscard]] std::string_view key(FileKind kind);

// One line of a text file (blank lines too), one paragraph of the other kinds. `text` keeps its
// leading white space.
struct Paragraph {
    std::string text;
    int heading_level = 0;  // 1 to 6 for a heading; 0 for none or where the kind has none.
    int page = 0;           // From 1, where the kind has pages or sheets; else 0.
};

struct GridCell {
    std::string text;  // Lines inside a cell are separated by '\n'.
    int row = 0;       // From 0.
    int column = 0;
    int row_span = 1;
    int column_span = 1;
};

// A table. A merged cell stands once, at its first row and column; cells are in reading order.
struct Grid {
    int rows = 0;
    int columns = 0;
    std::vector<GridCell> cells;
    int page = 0;
};

using Block = std::variant<Paragraph, Grid>;

struct Document {
    FileKind kind = FileKind::plain_text;
    std::string title;  // <title> or the document property; may be empty.
    std::vector<Block> blocks;
};

}  // namespace gk::document
