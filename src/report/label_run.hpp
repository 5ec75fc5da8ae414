// The pieces of text between two figures, read as labels: a label may stand in one piece, be broken
// over several, or have pieces beside it that are no label at all.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "report/folded_text.hpp"
#include "report/form_label.hpp"

namespace gk::report {

struct LabelFound {
    std::optional<FormLabel> label;  // Nothing where the piece is no label.
    std::string_view last_text;      // The last piece as printed.
    LabelNumber number;
    std::uint32_t row = 0;       // Of the first piece.
    std::uint32_t last_row = 0;  // Of the last piece.
    int column = 0;              // Of the first piece.
    int column_span = 1;
    int last_column_end = 0;  // Behind the last piece.
};

class LabelRun {
public:
    // `is_cell`: the piece is a cell of its own, which goes on in no other cell of the same row
    // unless it is a number alone.
    void add(std::string_view text, std::uint32_t row, int column, int column_span, bool is_cell);

    [[nodiscard]] bool empty() const { return pieces_.empty(); }

    // The labels in the order of the text; the run is empty afterwards.
    [[nodiscard]] std::vector<LabelFound> take();

private:
    struct LabelPiece {
        FoldedText text;
        std::string_view printed;
        std::uint32_t row;
        int column;
        int column_span;
        bool is_cell;
    };

    struct Step {
        int cost = 0;
        std::size_t from = 0;
        std::optional<FormLabel> label;
    };

    [[nodiscard]] bool take_exact(std::vector<LabelFound>& result) const;
    void extend(std::vector<Step>& steps, std::size_t first) const;
    [[nodiscard]] LabelFound found(std::size_t first, std::size_t end,
                                   std::optional<FormLabel> label) const;

    std::vector<LabelPiece> pieces_;
};

}  // namespace gk::report
