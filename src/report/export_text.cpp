#include <algorithm>

#include "report/export_kinds.hpp"
#include "report/report_document.hpp"
#include "report/statutory_table.hpp"

namespace gk::report {

namespace {

using law::Section;

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

bool is_figure(const StatutoryCell& cell) {
    return cell.role == CellRole::figure || cell.role == CellRole::sum_figure;
}

// The cells that begin in a row, in the order of their columns.
std::vector<const StatutoryCell*> cells_of(const StatutoryTable& table, int row) {
    std::vector<const StatutoryCell*> cells;
    for (const auto& cell : table.cells) {
        if (cell.row == row) {
            cells.push_back(&cell);
        }
    }
    std::ranges::sort(cells, {}, &StatutoryCell::column);
    return cells;
}

// A merged cell leaves the fields it covers empty, as a table pasted from a page does.
std::string lines_of(const StatutoryTable& table) {
    std::string text;
    for (int row = 0; row < table.rows; ++row) {
        int column = 0;
        for (const auto* cell : cells_of(table, row)) {
            for (; column < cell->column; ++column) {
                text += '\t';
            }
            text += cell->text;
        }
        text += std::string(static_cast<std::size_t>(table.columns - 1 - column), '\t');
        text += '\n';
    }
    return text;
}

std::string html_cell(const StatutoryCell& cell) {
    const bool is_data = is_figure(cell);
    std::string html = is_data ? "<td" : "<th";
    if (cell.role == CellRole::row_head) {
        html += " scope=\"row\"";
    } else if (cell.role == CellRole::group_head) {
        html += " scope=\"rowgroup\"";
    } else if (cell.role != CellRole::corner && !is_data) {
        html += cell.column_span > 1 ? " scope=\"colgroup\"" : " scope=\"col\"";
    }
    if (cell.row_span > 1) {
        html += " rowspan=\"" + std::to_string(cell.row_span) + '"';
    }
    if (cell.column_span > 1) {
        html += " colspan=\"" + std::to_string(cell.column_span) + '"';
    }
    return html + '>' + escaped(cell.text) + (is_data ? "</td>" : "</th>");
}

std::string html_table(const StatutoryTable& table) {
    std::string html = "<table>\n<caption>" + escaped(table.caption) + "</caption>\n";
    for (int row = 0; row < table.rows; ++row) {
        html += "<tr>";
        for (const auto* cell : cells_of(table, row)) {
            html += html_cell(*cell);
        }
        html += "</tr>\n";
    }
    return html + "</table>\n";
}

constexpr std::string_view html_head =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";

constexpr std::string_view html_style =
    "<style>body{max-width:60em;margin:2em auto;padding:0 1em;line-height:1.8}"
    "h1{text-align:center}p{text-indent:2em}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid;padding:.2em .4em;text-align:center;font-weight:normal}"
    "th[scope=row]{text-align:left}caption{text-align:left}</style>\n";

// Without it the last figure of such a report would be taken for the half of one when the file is
// read again.
constexpr std::string_view incomplete_note = "（来源文件不完整，以上是其中的全部内容。）";

// Calls `heading`, `paragraph` and `table` in the order of the report.
template <typename Heading, typename Paragraph, typename Table>
void walk(const AnnualReport& report, Heading heading, Paragraph paragraph, Table table) {
    const auto tables = statutory_tables(report);
    std::ranges::for_each(report.preamble, paragraph);
    for (std::size_t i = 0; i < law::section_count; ++i) {
        const auto section = static_cast<Section>(i);
        const auto found = std::ranges::find(tables, section, &StatutoryTable::section);
        const auto& text = report.sections[i];
        if (found == tables.end() && text.paragraphs.empty() && text.title.empty()) {
            continue;
        }
        heading(numbered_title(report, section));
        std::ranges::for_each(text.paragraphs, paragraph);
        if (found != tables.end()) {
            table(*found);
        }
    }
    if (report.is_truncated) {
        paragraph(std::string(incomplete_note));
    }
}

}  // namespace

std::string export_txt(const AnnualReport& report) {
    std::string text = report.title + "\n\n";
    walk(
        report, [&](const std::string& heading) { text += heading + '\n'; },
        [&](const std::string& paragraph) { text += paragraph + '\n'; },
        [&](const StatutoryTable& table) { text += lines_of(table) + '\n'; });
    return text;
}

std::string export_html(const AnnualReport& report) {
    std::string html(html_head);
    html += "<title>" + escaped(report.title) + "</title>\n";
    html += html_style;
    html += "</head>\n<body>\n<h1>" + escaped(report.title) + "</h1>\n";
    walk(
        report, [&](const std::string& heading) { html += "<h2>" + escaped(heading) + "</h2>\n"; },
        [&](const std::string& paragraph) { html += "<p>" + escaped(paragraph) + "</p>\n"; },
        [&](const StatutoryTable& table) { html += html_table(table); });
    return html + "</body>\n</html>\n";
}

}  // namespace gk::report
