#include "web/portal/report_table_view.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::web::portal {

namespace {

using report::CellRole;
using report::StatutoryCell;
using report::StatutoryTable;

struct TableKind {
    std::string_view number;
    std::string_view css_class;
};

TableKind kind_of(const StatutoryTable& table) {
    switch (table.section) {
        case law::Section::proactive_disclosure:
            return {"表二", "is-small"};
        case law::Section::applications:
            return {"表三", "is-three"};
        case law::Section::remedies:
            return {"表四", "is-four"};
        case law::Section::overview:
        case law::Section::problems_and_improvements:
        case law::Section::other_matters:
            break;
    }
    GK_ASSERT(!"a section with a table");
    return {};
}

bool is_figure(CellRole role) {
    return role == CellRole::figure || role == CellRole::sum_figure;
}

std::string_view scope_of(const StatutoryCell& cell) {
    switch (cell.role) {
        case CellRole::block_head:
            return "colgroup";
        case CellRole::column_head:
            return cell.column_span > 1 && cell.row_span == 1 ? "colgroup" : "col";
        case CellRole::corner:
            return "col";
        case CellRole::group_head:
            return "rowgroup";
        case CellRole::row_head:
            return "row";
        case CellRole::figure:
        case CellRole::sum_figure:
            break;
    }
    GK_ASSERT(!"a head");
    return {};
}

// Where a long label breaks: narrow column heads before their last word of two characters, the
// group of results after each of its parts.
std::vector<std::string> lines_of(const StatutoryTable& table, const StatutoryCell& cell) {
    const auto characters = text::decode(cell.text);
    const bool is_narrow =
        cell.row < table.head_rows && cell.role == CellRole::column_head && cell.column_span == 1;
    if (is_narrow && (characters.size() == 4 || characters.size() == 6)) {
        const auto head = std::u32string_view(characters).substr(0, characters.size() - 2);
        const auto tail = std::u32string_view(characters).substr(characters.size() - 2);
        return {text::encode(head), text::encode(tail)};
    }
    if (cell.role == CellRole::group_head && cell.column == 0) {
        std::vector<std::string> lines = {""};
        for (const char32_t character : characters) {
            text::append(lines.back(), character);
            if (character == U'、' || character == U'度') {
                lines.emplace_back();
            }
        }
        return lines;
    }
    return {cell.text};
}

void set_spans(page::Values& values, const StatutoryCell& cell) {
    if (cell.column_span > 1) {
        values.set_any("COLUMN_SPAN", std::to_string(cell.column_span));
    }
    if (cell.row_span > 1) {
        values.set_any("ROW_SPAN", std::to_string(cell.row_span));
    }
}

void fill_head(page::Values head, const StatutoryTable& table, const StatutoryCell& cell) {
    head.set("SCOPE", scope_of(cell));
    set_spans(head, cell);
    for (const auto& line : lines_of(table, cell)) {
        head.add("LINE").set("TEXT", line);
    }
    if (cell.role == CellRole::corner) {
        head.show("IS_RULE");
    }
}

// g1, g2: the groups of table 三; l1 to l3: its labels, by how far in they stand.
std::string label_class(const StatutoryTable& table, const StatutoryCell& cell) {
    if (table.section != law::Section::applications) {
        return {};
    }
    const char* kind = cell.role == CellRole::group_head ? "g" : "l";
    return kind + std::to_string(cell.column + 1);
}

void fill_figure(page::Values values, const StatutoryCell& cell, const BrokenCells& broken) {
    std::vector<std::string> classes;
    if (cell.role == CellRole::sum_figure) {
        classes.emplace_back("is-sum");
    }
    if (!cell.figure->value) {
        classes.emplace_back("is-none");
    } else if (*cell.figure->value == Decimal(0)) {
        classes.emplace_back("is-zero");
    }
    if (const auto found = broken.find(cell.cell_name); found != broken.end()) {
        classes.emplace_back("is-broken");
        values.set_any("TAG", found->second.tag);
        values.set("EXPLAIN", found->second.explanation);
    }
    values.set_any("CLASS", text::join(classes, " "));
    values.set("TEXT", figure_text(*cell.figure));
    set_spans(values, cell);
}

bool is_total_row(std::span<const StatutoryCell> row) {
    return std::ranges::all_of(row, [](const StatutoryCell& cell) {
        return !is_figure(cell.role) || cell.role == CellRole::sum_figure;
    });
}

void fill_row(page::Values row, const StatutoryTable& table, std::span<const StatutoryCell> cells,
              const BrokenCells& broken) {
    const bool is_band =
        std::ranges::none_of(cells, [](const StatutoryCell& cell) { return is_figure(cell.role); });
    if (is_band) {
        row.set_any("ROW_CLASS", "band");
    } else if (is_total_row(cells)) {
        row.set_any("ROW_CLASS", "is-sum");
    }
    for (const auto& cell : cells) {
        auto values = row.add("CELL");
        if (is_figure(cell.role)) {
            fill_figure(values.add("FIGURE"), cell, broken);
        } else {
            auto head = values.add("HEAD");
            head.set_any("CLASS", label_class(table, cell));
            fill_head(head, table, cell);
        }
    }
}

}  // namespace

std::string figure_text(const report::Figure& figure) {
    switch (figure.mark) {
        case report::Mark::blank:
            return "未填";
        case report::Mark::absent:
            return "未提供";
        case report::Mark::figure:
        case report::Mark::slash:
        case report::Mark::dash:
        case report::Mark::none_word:
            break;
    }
    return report::shown(figure);
}

void fill_table(page::Values& values, const StatutoryTable& table, const BrokenCells& broken) {
    const auto kind = kind_of(table);
    values.set("NUMBER", kind.number).set("KIND", kind.css_class).set("CAPTION", table.caption);
    const bool is_small = table.section == law::Section::proactive_disclosure;
    values.show(is_small ? "SMALL" : "WIDE");
    if (table.section == law::Section::applications) {
        values.show("COLUMNS_THREE");
    }
    if (table.head_rows > 0) {
        values.show("HAS_HEAD");
    }
    auto cells = table.cells;
    std::ranges::stable_sort(
        cells, {}, [](const StatutoryCell& cell) { return std::tuple(cell.row, cell.column); });
    for (auto begin = cells.begin(); begin != cells.end();) {
        const auto end = std::find_if(
            begin, cells.end(), [&](const StatutoryCell& cell) { return cell.row != begin->row; });
        const std::span row(begin, end);
        if (begin->row < table.head_rows) {
            auto head_row = values.add("HEAD_ROW");
            for (const auto& cell : row) {
                fill_head(head_row.add("HEAD"), table, cell);
            }
        } else {
            fill_row(values.add("ROW"), table, row, broken);
        }
        begin = end;
    }
}

}  // namespace gk::web::portal
