// What stands in a cell of a table: a figure, or one of the marks that stand for "none".
#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.hpp"
#include "report/annual_report.hpp"

namespace gk::report {

struct PrintedFigure {
    Mark mark = Mark::blank;  // figure, blank, slash, dash or none_word.
    std::optional<Decimal> value;
    std::string_view unit;  // 万元, 件 …: behind the figure; may be empty.
};

// "1,234", "１２", "0.0", "0件", "-3", "增2", "/", "——", "无", "", perhaps with the mark of a
// footnote behind it: "3*", "3①", "3[1]". Nothing for any other text, page numbers like "-3-" among
// it.
[[nodiscard]] std::optional<PrintedFigure> printed_figure(std::string_view utf8);

}  // namespace gk::report
