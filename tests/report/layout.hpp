// A report printed in one of the layouts of real documents.
#pragma once

#include <string>

#include "report/table_model.hpp"

namespace gk::report {

enum class Layout {
    html,               // Merged cells.
    html_no_row_spans,  // Empty cells in place of what a merged cell covers.
    html_bare,          // Neither spans nor empty cells.
    html_broken,        // Table 三 in two tables, with or without its head again.
    html_nested,        // In a table that lays out the page.
    html_one_table,     // All three in one table.
    html_on_its_side,   // Table 三 and table 四 with rows and columns exchanged.
    html_filled,        // What a merged cell says, in each of the places that it covers.
    html_invisible,     // Zero width spaces and soft hyphens around and within texts and figures.
    lines,              // One cell per line.
    lines_spaced,       // With an empty line between.
    indented,           // A tab before each cell, an empty line between rows.
    piped_lines,        // One cell per line, each with a pipe.
    pipes,              // One row per line, filled up with pipes.
    pipes_grid,         // Every column its pipe, merged cells as empty ones.
    tabs,
    spaces,
    wide_spaces,      // Four that do not break between two cells.
    flattened,        // A space for each end of a cell and of a line: a table is one line.
    flattened_page,   // The whole page is one line.
    flattened_pipes,  // With a pipe for each end of a cell.
    markdown,
};

inline constexpr int layout_count = 22;

struct Printed {
    std::string bytes;
    std::string file_name;
};

// Whether an empty cell can be seen in the layout.
[[nodiscard]] bool shows_blanks(Layout layout);

[[nodiscard]] Printed print(const AnnualReport& report, Layout layout, const Noise& noise,
                            Random& random);

}  // namespace gk::report
