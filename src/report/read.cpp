#include "report/read.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "report/headings.hpp"
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
    const auto rows = TextRows::of(document);
    const auto headings = find_headings(rows);
    std::vector<std::uint32_t> breaks;
    for (const auto& heading : headings) {
        breaks.push_back(heading.row);
    }
    const auto row_count = static_cast<std::uint32_t>(rows.rows().size());
    auto title = find_title(rows, document.title, headings.empty() ? row_count : breaks.front());
    report.title = std::move(title.title);
    report.agency = std::move(title.agency);
    report.report_year = title.year;

    const auto scan = scan_tables(rows, breaks);
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
