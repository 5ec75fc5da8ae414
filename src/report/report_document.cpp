#include "report/report_document.hpp"

#include <algorithm>
#include <array>

#include "report/statutory_table.hpp"

namespace gk::report {

namespace {

using document::BoxedCell;
using document::BoxedTable;
using document::CellAlign;
using document::TextLevel;
using law::Section;

constexpr std::array<std::string_view, law::section_count> numerals = {"一", "二", "三",
                                                                       "四", "五", "六"};

// （一）…, short and without a full stop: a heading of the second level.
TextLevel level_of(const std::string& paragraph) {
    constexpr std::size_t short_bytes = std::size_t{30} * 3;
    const bool is_numbered = paragraph.starts_with("（") && paragraph.find("）") < 9;
    const bool is_sentence = paragraph.find("。") != std::string::npos;
    return is_numbered && !is_sentence && paragraph.size() <= short_bytes ? TextLevel::second_level
                                                                          : TextLevel::body;
}

// 7.3.1: a title of two lines breaks where a word ends, and here before what the report is on.
std::string in_lines(std::string title) {
    constexpr std::size_t one_line_bytes = std::size_t{20} * 3;
    const auto subject = title.find("政府信息公开");
    if (title.size() > one_line_bytes && subject != std::string::npos && subject > 0) {
        title.insert(subject, "\n");
    }
    return title;
}

bool is_label(CellRole role) {
    return role != CellRole::figure && role != CellRole::sum_figure;
}

std::vector<double> column_shares(const StatutoryTable& table) {
    switch (table.section) {
        case Section::proactive_disclosure:
            return {0.34, 0.22, 0.22, 0.22};
        case Section::applications:
            return {0.085, 0.105, 0.25, 0.08, 0.08, 0.08, 0.08, 0.08, 0.08, 0.08};
        case Section::overview:
        case Section::remedies:
        case Section::problems_and_improvements:
        case Section::other_matters:
            break;
    }
    const auto columns = static_cast<std::size_t>(table.columns);
    return std::vector<double>(columns, 1.0 / static_cast<double>(columns));
}

BoxedTable boxed(const StatutoryTable& table) {
    const bool is_wide = table.columns > 4;
    BoxedTable box{.caption = table.caption,
                   .rows = table.rows,
                   .head_rows = table.head_rows,
                   .column_shares = column_shares(table),
                   .type_size_pt = is_wide ? 9.0 : 12.0,
                   .cells = {}};
    std::ranges::transform(table.cells, std::back_inserter(box.cells), [](const auto& cell) {
        const bool is_row_head = cell.role == CellRole::row_head;
        return BoxedCell{
            .text = cell.text,
            .row = cell.row,
            .column = cell.column,
            .row_span = cell.row_span,
            .column_span = cell.column_span,
            .align = is_row_head ? CellAlign::left : CellAlign::centre,
            .is_head = is_label(cell.role) && !is_row_head && cell.role != CellRole::corner};
    });
    std::ranges::stable_sort(
        box.cells, {}, [](const BoxedCell& cell) { return std::pair(cell.row, cell.column); });
    return box;
}

}  // namespace

std::string numbered_title(const AnnualReport& report, Section section) {
    const auto index = static_cast<std::size_t>(section);
    const auto& printed = report.sections[index].title;
    const auto format = report.format.value_or(law::ReportFormat::form_2021);
    const auto title = printed.empty() ? std::string(law::title(section, format)) : printed;
    return std::string(numerals[index]) + "、" + title;
}

document::OfficialDocument official_document(const AnnualReport& report,
                                             const std::string& agency_name, Moment made_at) {
    document::OfficialDocument result{
        .title = report.title, .author = agency_name, .made_at = made_at, .blocks = {}};
    const auto add = [&](TextLevel level, const std::string& text) {
        result.blocks.emplace_back(document::Text{level, text});
    };
    add(TextLevel::title, in_lines(report.title));
    for (const auto& paragraph : report.preamble) {
        add(TextLevel::body, paragraph);
    }
    const auto tables = statutory_tables(report);
    for (std::size_t i = 0; i < law::section_count; ++i) {
        const auto section = static_cast<Section>(i);
        const auto table = std::ranges::find(tables, section, &StatutoryTable::section);
        const auto& text = report.sections[i];
        if (table == tables.end() && text.paragraphs.empty() && text.title.empty()) {
            continue;
        }
        add(TextLevel::first_level, numbered_title(report, section));
        for (const auto& paragraph : text.paragraphs) {
            add(level_of(paragraph), paragraph);
        }
        if (table != tables.end()) {
            result.blocks.emplace_back(boxed(*table));
        }
    }
    return result;
}

}  // namespace gk::report
