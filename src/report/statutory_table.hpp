// The three statutory tables as they are laid out on the official form: merged heads, group
// labels, figures. What is shown on a page, in docx, PDF, xlsx and text is made from this.
#pragma once

#include <string>
#include <vector>

#include "report/annual_report.hpp"

namespace gk::report {

enum class CellRole {
    block_head,   // 第二十条第（一）项
    column_head,  // 自然人
    corner,       // the sentence of the cross-check
    group_head,   // 三、本年度办理结果; heads several rows
    row_head,     // 1.属于国家秘密
    figure,
    sum_figure,  // a 总计
};

struct StatutoryCell {
    std::string text;
    CellRole role = CellRole::figure;
    int row = 0;  // From 0.
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    std::string cell_name;           // Of a figure: see annual_report.hpp; else empty.
    const Figure* figure = nullptr;  // Points into the report; only figures.
};

struct StatutoryTable {
    law::Section section = law::Section::proactive_disclosure;
    std::string caption;
    int rows = 0;
    int columns = 0;
    int head_rows = 0;                 // Rows at the top that hold column heads alone.
    int label_columns = 0;             // Columns at the left that hold labels alone.
    std::vector<StatutoryCell> cells;  // In reading order; every field is covered once.
};

// The tables of which at least one row is in the text, in the order of the form; rows that are
// not in the text are left out. The report must outlive the tables.
[[nodiscard]] std::vector<StatutoryTable> statutory_tables(const AnnualReport& report);

// A figure as it is shown: its printed form where that is a number, else the mark: "", "/", "-",
// "无".
[[nodiscard]] std::string shown(const Figure& figure);

}  // namespace gk::report
