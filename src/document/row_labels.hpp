// Which lines of text are the label of which row, where no line is drawn between the rows.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace gk::document {

struct LabelLine {
    double middle = 0;                // Its height on the page.
    bool begins_with_number = false;  // And so a label: it goes on from no other line.
};

// The lines [first, end) of a label; none where the row has no label.
struct LabelLines {
    std::size_t first = 0;
    std::size_t end = 0;
};

// `rows`: their heights on the page; both rising. `line_height`: of one line. Labels follow each
// other as their rows do, all of them centred on their rows, beginning with them or ending with
// them, whichever fits best. Lines before the first label and behind the last may be none's.
[[nodiscard]] std::vector<LabelLines> labels_of_rows(std::span<const double> rows,
                                                     std::span<const LabelLine> lines,
                                                     double line_height);

}  // namespace gk::document
