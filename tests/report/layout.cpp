#include "report/layout.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"

namespace gk::report {

namespace {

// Every place of the grid: the cell that covers it, and whether it begins there.
struct Place {
    const ModelCell* cell = nullptr;
    bool begins = false;
    bool is_first_row = false;
};

std::vector<std::vector<Place>> places_of(const ModelTable& table) {
    std::size_t width = 0;
    for (const auto& cell : table.front()) {
        width += static_cast<std::size_t>(cell.columns);
    }
    std::vector<std::vector<Place>> places(table.size(), std::vector<Place>(width));
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::size_t column = 0;
        for (const auto& cell : table[row]) {
            while (column < width && places[row][column].cell != nullptr) {
                ++column;
            }
            for (std::size_t i = 0; i < static_cast<std::size_t>(cell.rows); ++i) {
                for (std::size_t j = 0; j < static_cast<std::size_t>(cell.columns); ++j) {
                    if (row + i < table.size() && column + j < width) {
                        places[row + i][column + j] = {&cell, i == 0 && j == 0, i == 0};
                    }
                }
            }
            column += static_cast<std::size_t>(cell.columns);
        }
    }
    return places;
}

ModelTable on_its_side(const ModelTable& table) {
    const auto places = places_of(table);
    ModelTable turned(places.front().size());
    for (std::size_t column = 0; column < turned.size(); ++column) {
        for (const auto& row : places) {
            if (const auto& place = row[column]; place.begins) {
                turned[column].push_back({place.cell->text, place.cell->rows, place.cell->columns});
            }
        }
    }
    return turned;
}

// What nobody sees, between any two characters.
std::string with_invisible(const std::string& text, Random& random) {
    constexpr std::array<std::string_view, 6> invisible = {"\u200B", "\u00AD", "\u2060",
                                                           "\u200C", "\uFEFF", "\u200E"};
    std::string result;
    for (const auto letter : text::decode(text)) {
        result += chance(random, 15) ? invisible[random() % invisible.size()] : "";
        text::append(result, letter);
    }
    return result;
}

// Texts in pieces of their own: "（三）" and "不予公开", each in a span or a paragraph.
std::string html_text(const std::string& text, Random& random) {
    if (text.empty()) {
        return chance(random, 50) ? "<p><span> </span></p>" : "&nbsp;";
    }
    const auto letters = text::decode(text);
    if (letters.size() < 3 || chance(random, 60) || !(letters.back() >= 0x4E00)) {
        return chance(random, 50) ? text : "<p><span>" + text + "</span></p>";
    }
    const auto at = 1 + random() % (letters.size() - 1);
    const auto first = text::encode(std::u32string_view(letters).substr(0, at));
    const auto second = text::encode(std::u32string_view(letters).substr(at));
    const auto* between = chance(random, 70) ? "</span><span>" : "</span></p><p><span>";
    return "<p><span>" + first + between + second + "</span></p>";
}

std::string html_cell(const ModelCell& cell, bool with_row_span, bool with_column_span,
                      Random& random) {
    std::string tag = "<td";
    if (with_column_span && cell.columns > 1) {
        tag += fmt::format(" colspan=\"{}\"", cell.columns);
    }
    if (with_row_span && cell.rows > 1) {
        tag += fmt::format(" rowspan={}", cell.rows);
    }
    return tag + ">" + html_text(cell.text, random) + "</td>";
}

std::string html_rows(const ModelTable& table, Layout layout, std::size_t first, std::size_t end,
                      Random& random) {
    std::string html;
    const auto places = places_of(table);
    for (auto row = first; row < end; ++row) {
        html += "<tr>";
        if (layout == Layout::html_no_row_spans) {
            for (const auto& place : places[row]) {
                if (place.begins) {
                    html += html_cell(*place.cell, false, true, random);
                } else if (!place.is_first_row) {
                    html += "<td></td>";
                }
            }
        } else if (layout == Layout::html_filled) {
            for (const auto& place : places[row]) {
                html += html_cell(*place.cell, false, false, random);
            }
        } else {
            const bool is_bare = layout == Layout::html_bare;
            for (const auto& cell : table[row]) {
                auto shown = cell;
                shown.rows = std::min(cell.rows, static_cast<int>(end - row));
                html += html_cell(shown, !is_bare, !is_bare, random);
            }
        }
        html += "</tr>\n";
    }
    return html;
}

std::string html_table(const ModelTable& table, Layout layout, Random& random) {
    constexpr std::size_t header_rows = 3;
    if (layout == Layout::html_broken && table.size() > 15) {
        const auto middle = 5 + random() % (table.size() - 8);
        const bool is_applications = table.front().size() == 2 && table.size() > 20;
        const auto head = is_applications && chance(random, 50)
                              ? html_rows(table, layout, 0, header_rows, random)
                              : std::string();
        return "<table>" + html_rows(table, layout, 0, middle, random) +
               "</table>\n<p>- 3 -</p>\n<table>" + head +
               html_rows(table, layout, middle, table.size(), random) + "</table>\n";
    }
    return "<table>" + html_rows(table, layout, 0, table.size(), random) + "</table>\n";
}

// A label that begins with a number is not broken here: a number alone in its line is a figure.
bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || c == U'（' || c == U'(';
}

std::string joined_lines(const ModelTable& table, Layout layout, Random& random) {
    std::string text;
    const auto places = places_of(table);
    const bool may_split = layout == Layout::lines || layout == Layout::lines_spaced;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (layout == Layout::indented) {
            for (const auto& place : places[row]) {
                const bool is_covered = !place.begins && !place.is_first_row;
                const bool is_first_column = place.cell != nullptr && is_covered;
                if (place.begins) {
                    text += "\t" + place.cell->text + "\n";
                } else if (is_first_column) {
                    text += "\t\n";
                }
            }
            text += "\n";
            continue;
        }
        for (const auto& cell : table[row]) {
            auto letters = text::decode(cell.text);
            const bool is_split = may_split && letters.size() >= 4 && letters.back() >= 0x4E00 &&
                                  is_han(letters.front()) && chance(random, 15);
            const auto* end = layout == Layout::piped_lines ? " |\n"
                              : layout == Layout::lines     ? "\n"
                                                            : "\n\n";
            if (is_split) {
                letters.insert(letters.size() / 2, 1, U'\n');
            }
            const auto shown = text::encode(letters);
            text += is_split && layout == Layout::lines_spaced
                        ? text::replace_all(shown, "\n", "\n\n")
                        : shown;
            text += end;
        }
        if (layout == Layout::piped_lines && table[row].size() < places[row].size()) {
            text += std::string(places[row].size() - table[row].size() + 1, '|') + "\n";
        }
    }
    return text;
}

bool is_flat(Layout layout) {
    return layout == Layout::flattened || layout == Layout::flattened_page ||
           layout == Layout::flattened_pipes;
}

std::string joined_rows(const ModelTable& table, Layout layout) {
    std::string text;
    const auto places = places_of(table);
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::string line;
        if (layout == Layout::pipes_grid || layout == Layout::markdown) {
            line = "|";
            for (const auto& place : places[row]) {
                line += " " + (place.begins ? place.cell->text : std::string()) + " |";
            }
        } else {
            for (const auto& cell : table[row]) {
                const auto* between = layout == Layout::tabs          ? "\t"
                                      : layout == Layout::wide_spaces ? "\u00A0\u00A0\u00A0\u00A0"
                                      : layout == Layout::spaces || layout == Layout::flattened ||
                                              layout == Layout::flattened_page
                                          ? "  "
                                          : " | ";
                line += (&cell == table[row].data() ? "" : between) + cell.text;
            }
            if (layout == Layout::pipes || layout == Layout::flattened_pipes) {
                line += " | " + std::string(places[row].size() - table[row].size(), '|');
            }
        }
        text += line + (is_flat(layout) && row + 1 < table.size() ? " " : "\n");
        if (layout == Layout::markdown && row == 0) {
            text +=
                "|" + text::replace_all(std::string(places[row].size(), '-'), "-", "---|") + "\n";
        }
    }
    return text;
}

bool is_html(Layout layout) {
    return layout <= Layout::html_invisible;
}

std::string table_text(const ModelTable& table, Layout layout, Random& random) {
    if (is_html(layout)) {
        return html_table(table, layout, random);
    }
    const bool is_cell_per_line = layout <= Layout::piped_lines;
    return is_cell_per_line ? joined_lines(table, layout, random) : joined_rows(table, layout);
}

// Tables that are no statutory tables, with some of their words.
std::string decoys(Layout layout, Random& random) {
    if (!is_html(layout)) {
        return {};
    }
    std::string html;
    if (chance(random, 50)) {
        html +=
            "<table><tr><td>名称</td><td "
            "colspan=3>青石县柳林镇年度报告</td></tr><tr><td>索引号</td>"
            "<td>014314799/2024-00002</td><td>发布机构</td><td>青石县柳林镇人民政府</td></tr></"
            "table>";
    }
    if (chance(random, 50)) {
        html +=
            "<p>近两年数据对比如下：</p><table><tr><td>项目</td><td>上年</td><td>本年</"
            "td><td>增减</td></tr>"
            "<tr><td>本年新收政府信息公开申请数量</td><td>5</td><td>7</td><td>2</td></tr>"
            "<tr><td>行政处罚</td><td>15</td><td>9</td><td>-6</td></tr>"
            "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr></table>";
    }
    if (chance(random, 50)) {
        html +=
            "<table><tr><td>收费项目</td><td>标准</td></tr><tr><td>行政事业性收费</td><td>10</td></"
            "tr></table>";
    }
    return html;
}

}  // namespace

bool shows_blanks(Layout layout) {
    using enum Layout;
    constexpr std::array hidden = {lines,     piped_lines,    spaces,         wide_spaces,
                                   flattened, flattened_page, flattened_pipes};
    return std::ranges::find(hidden, layout) == hidden.end();
}

Printed print(const AnnualReport& report, Layout layout, const Noise& noise, Random& random) {
    const bool as_html = is_html(layout);
    const auto paragraph = [&](std::string_view text) {
        return as_html ? fmt::format("<p>{}</p>\n", text) : fmt::format("{}\n", text);
    };
    const auto year = std::to_string(*report.report_year);
    std::string text =
        as_html ? "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>" : "";
    text += layout == Layout::html_nested ? "<table><tr><td>" : "";
    text += paragraph(*report.agency + year + "年政府信息公开工作年度报告");
    text += paragraph("一、总体情况");
    text += paragraph(year +
                      "年，本机关依法公开信息，公开规范性文件2件，受理申请3件，规章制度更加健全。");
    text += decoys(layout, random);
    text += paragraph("二、主动公开政府信息情况");
    std::vector<ModelTable> tables = {proactive_model(report, noise, random),
                                      application_model(report, noise, random),
                                      remedy_model(report, noise, random)};
    if (layout == Layout::html_on_its_side) {
        tables = {tables[0], on_its_side(tables[1]), on_its_side(tables[2])};
    }
    if (layout == Layout::html_invisible) {
        for (auto& table : tables) {
            for (auto& row : table) {
                for (auto& cell : row) {
                    cell.text = with_invisible(cell.text, random);
                }
            }
        }
    }
    if (layout == Layout::html_one_table) {
        text += "<table>";
        for (const auto& table : tables) {
            text += html_rows(table, layout, 0, table.size(), random);
        }
        text += "</table>";
    } else {
        text += table_text(tables[0], layout, random);
        text += paragraph("三、收到和处理政府信息公开申请情况");
        text += table_text(tables[1], layout, random);
        text += paragraph("四、政府信息公开行政复议、行政诉讼情况");
        text += table_text(tables[2], layout, random);
    }
    text += decoys(layout, random);
    text += paragraph("五、存在的主要问题及改进情况");
    text += paragraph("（一）公开不够及时。（二）今后改进。");
    text += paragraph("六、其他需要报告的事项");
    text += paragraph("没有其他需要报告的事项。");
    text += layout == Layout::html_nested ? "</td></tr></table>" : "";
    text += as_html ? "</body></html>" : "";
    if (layout == Layout::flattened_page) {
        text = text::replace_all(std::move(text), "\n", " ");
    }
    return {text, as_html                      ? "report.html"
                  : layout == Layout::markdown ? "report.md"
                                               : "report.txt"};
}

}  // namespace gk::report
