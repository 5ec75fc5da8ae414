// A boxed table measured and drawn row by row.
#pragma once

#include <vector>

#include "document/pdf_canvas.hpp"

namespace gk::document::pdf {

class Table {
public:
    // The content must outlive the table.
    Table(const Canvas& canvas, const BoxedTable& content);

    // Of the rows [first, last) as a part on a page of its own: what is left of a merged cell there
    // is high enough for its text.
    [[nodiscard]] double height(int first, int last) const;

    // Draws the rows [first, last) from y down and returns where they end. A merged cell that
    // goes on to another page shows its text on each.
    double draw(Canvas& canvas, double x, double y, int first, int last) const;

private:
    struct Measured {
        const BoxedCell* cell;
        LayoutPtr layout;
        double text_height;
    };

    [[nodiscard]] double left_of(int column) const;
    [[nodiscard]] std::vector<double> part_heights(int first, int last) const;
    void grow_rows(int row_span);

    const BoxedTable& content_;
    std::vector<double> row_heights_;
    std::vector<Measured> cells_;
};

}  // namespace gk::document::pdf
