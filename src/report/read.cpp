#include "report/read.hpp"

#include <algorithm>
#include <ranges>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "report/headings.hpp"
#include "report/listed_figures.hpp"
#include "report/printed_figure.hpp"
#include "report/report_title.hpp"
#include "report/table_choice.hpp"
#include "report/table_scan.hpp"
#include "report/text_rows.hpp"

namespace gk::report {

namespace {

using law::Section;

bool is_comment(std::string_view line) {
    return line.starts_with("# source:") || line.starts_with("# cut:");
}

// Whether the file itself says that it holds only the beginning of a page.
bool says_cut(const TextRows& rows) {
    constexpr std::size_t lines_max = 5;
    const auto all = rows.rows();
    return std::ranges::any_of(all.first(std::min(all.size(), lines_max)), [&](const Row& row) {
        const auto line = line_of(rows, row);
        return line.starts_with("# cut:") && line.find("yes") != line.npos;
    });
}

// Which rows belong to the tables.
std::vector<bool> table_rows(const TextRows& rows, const TableScan& scan) {
    std::vector<bool> in_table(rows.rows().size(), false);
    for (const auto& table : scan.tables) {
        for (auto row = table.first_row; row <= table.last_row; ++row) {
            in_table[row] = rows.rows()[row].kind != RowKind::prose;
        }
    }
    return in_table;
}

bool is_only_labels(const TextRows& rows, const Row& row) {
    return std::ranges::all_of(rows.pieces(row), [](const Piece& piece) {
        return piece.text.empty() || exact_label(FoldedText::of(piece.text)).has_value();
    });
}

void fill_text(const TextRows& rows, const TableScan& scan, std::span<const Heading> headings,
               std::uint32_t title_end, AnnualReport& report) {
    const auto in_table = table_rows(rows, scan);
    const auto all = rows.rows();
    std::size_t next = 0;
    SectionText* section = nullptr;
    for (std::uint32_t i = title_end; i < all.size(); ++i) {
        if (next < headings.size() && headings[next].row == i) {
            const auto& heading = headings[next++];
            section = &report.sections[static_cast<std::size_t>(heading.section)];
            section->title = heading.title;
            if (!heading.rest.empty()) {
                section->paragraphs.emplace_back(heading.rest);
            }
            continue;
        }
        const auto line = line_of(rows, all[i]);
        if (line.empty() || in_table[i] || all[i].is_grid || is_comment(line) ||
            (all[i].kind != RowKind::prose && is_only_labels(rows, all[i]))) {
            continue;
        }
        (section == nullptr ? report.preamble : section->paragraphs).emplace_back(line);
    }
}

bool is_complete(const ApplicationTable& table, std::optional<law::ReportFormat> format) {
    return format && std::ranges::all_of(law::application_rows(*format),
                                         [&](auto row) { return table.contains(row); });
}

bool is_complete(const RemedyTable& table) {
    return table.size() == law::remedy_group_count;
}

bool is_complete(const ProactiveTable& table, std::optional<law::ReportFormat> format) {
    return format && std::ranges::all_of(law::proactive_cells(*format), [&](const auto& cell) {
               return table.contains(cell.key);
           });
}

// A text that ends in the middle of a sentence.
bool ends_in_sentence(const TextRows& rows) {
    const auto all = rows.rows();
    for (auto i = all.size(); i > 0; --i) {
        const auto line = line_of(rows, all[i - 1]);
        if (!line.empty()) {
            return all[i - 1].kind == RowKind::prose && !line.ends_with("。") &&
                   !line.ends_with("）") && !line.ends_with("！") && !line.ends_with("；");
        }
    }
    return false;
}

bool is_cut(const TextRows& rows, std::span<const Heading> headings, const AnnualReport& report) {
    if (says_cut(rows)) {
        return true;
    }
    const auto has = [&](Section section) {
        return std::ranges::find(headings, section, &Heading::section) != headings.end();
    };
    if (has(Section::other_matters)) {
        return false;
    }
    if (has(Section::problems_and_improvements)) {
        return ends_in_sentence(rows);
    }
    return !is_complete(report.remedies);
}

// Whether tables stand among the first rows: cells, or many figures each in a line of its own.
bool has_tables(const TextRows& rows, std::uint32_t end) {
    constexpr std::ptrdiff_t figures_min = 12;
    const auto before = rows.rows().first(end);
    const auto is_figure = [&](const Row& row) {
        const auto pieces = rows.pieces(row);
        const auto printed = pieces.size() == 1 ? printed_figure(pieces[0].text) : std::nullopt;
        return printed && printed->value;
    };
    return std::ranges::any_of(before, [](const Row& row) { return row.kind == RowKind::cells; }) ||
           std::ranges::count_if(before, is_figure) >= figures_min;
}

// Takes away the headings of a table of contents: they come again, and no table stands before.
void drop_contents(const TextRows& rows, std::vector<Heading>& headings) {
    constexpr std::ptrdiff_t headings_min = 3;
    const auto again =
        std::ranges::find_if(std::ranges::reverse_view(headings),
                             [](const Heading& each) { return each.section == Section::overview; });
    if (again == headings.rend()) {
        return;
    }
    const auto first = std::prev(again.base());
    if (first - headings.begin() >= headings_min && !has_tables(rows, first->row)) {
        headings.erase(headings.begin(), first);
    }
}

// Where a second report begins, in a file that holds several: its first section follows sections
// with tables.
std::optional<std::uint32_t> second_report(const TextRows& rows,
                                           std::span<const Heading> headings) {
    std::uint32_t previous = 0;
    bool has_tables_section = false;
    for (const auto& heading : headings) {
        if (heading.section == Section::overview && has_tables_section) {
            const auto between = rows.rows().subspan(previous, heading.row - previous);
            const bool has_table = has_tables(rows, heading.row);
            // Its title stands in the lines before.
            for (std::size_t i = between.size(); i > 1 && has_table; --i) {
                if (parse_title(line_of(rows, between[i - 1]))) {
                    return previous + static_cast<std::uint32_t>(i - 1);
                }
            }
        }
        has_tables_section = has_tables_section || heading.section == Section::applications;
        previous = heading.row;
    }
    return std::nullopt;
}

}  // namespace

std::string_view key(ReadStatus status) {
    switch (status) {
        case ReadStatus::read:
            return "read";
        case ReadStatus::partly_read:
            return "partly_read";
        case ReadStatus::not_a_report:
            return "not_a_report";
    }
    GK_ASSERT(!"a status of reading");
    return {};
}

Reading read(const document::Document& document) {
    Reading reading;
    auto& report = reading.report;
    auto rows = TextRows::of(document);
    auto headings = find_headings(rows);
    drop_contents(rows, headings);
    if (const auto second = second_report(rows, headings)) {
        reading.remarks.push_back(
            {"reading.several_reports",
             "文件里有不止一份年度报告；只读取第一份，其余请分成单独的文件再核对。",
             rows.place(rows.rows()[*second])});
        rows.drop_from(*second);
        std::erase_if(headings, [&](const Heading& each) { return each.row >= *second; });
    }
    std::vector<std::uint32_t> breaks;
    for (const auto& heading : headings) {
        breaks.push_back(heading.row);
    }
    const auto row_count = static_cast<std::uint32_t>(rows.rows().size());
    auto title = find_title(rows, document.title, headings.empty() ? row_count : breaks.front(),
                            headings.empty() ? row_count : breaks.back());
    report.title = std::move(title.title);
    report.agency = std::move(title.agency);
    report.report_year = title.year;

    auto scan = scan_tables(rows, breaks);
    add_listed_figures(rows, scan);
    fill_tables(rows, scan, headings, report, reading.remarks);
    fill_text(rows, scan, headings, title.end_row, report);

    const bool has_table = !report.proactive_disclosure.empty() || !report.applications.empty() ||
                           !report.remedies.empty();
    constexpr std::size_t headings_min = 2;
    if (!has_table && (report.title.empty() || headings.size() < headings_min)) {
        return reading;
    }
    report.is_truncated = is_cut(rows, headings, report);
    const bool is_whole = !report.is_truncated &&
                          is_complete(report.proactive_disclosure, report.proactive_format) &&
                          is_complete(report.applications, report.applications_format) &&
                          is_complete(report.remedies);
    reading.status = is_whole ? ReadStatus::read : ReadStatus::partly_read;
    return reading;
}

}  // namespace gk::report
