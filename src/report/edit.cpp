#include "report/edit.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "report/cell_label.hpp"
#include "report/errors.hpp"
#include "report/printed_figure.hpp"

namespace gk::report {

namespace {

constexpr std::size_t cells_named_max = 5;

Figure blank() {
    return {.value = std::nullopt, .mark = Mark::blank, .printed = {}, .place = {}};
}

// Only the form's own cells: find_or_add() knows those of both.
bool has_cell(std::optional<law::ReportFormat> format, std::string_view cell) {
    if (!format) {
        return false;
    }
    const auto cells = labelled_cells(*format);
    return std::ranges::find(cells, cell, &LabelledCell::name) != cells.end();
}

std::string label_of(const StoredReport& stored, std::string_view cell) {
    const auto format = stored.report.format;
    return format ? cell_label(cell, *format) : std::string(cell);
}

}  // namespace

AnnualReport blank_report(std::string_view agency_name, int report_year) {
    AnnualReport report;
    report.agency = std::string(agency_name);
    report.report_year = report_year;
    report.title = fmt::format("{}{}年政府信息公开工作年度报告", agency_name, report_year);
    const auto format = law::format_in_force(report_year);
    if (!format) {
        return report;
    }
    report.format = report.proactive_format = report.applications_format = format;
    for (const auto section : law::sections()) {
        report.sections[static_cast<std::size_t>(section)].title = law::title(section, *format);
    }
    for (const auto& cell : law::proactive_cells(*format)) {
        report.proactive_disclosure[std::string(cell.key)] = blank();
    }
    for (const auto row : law::application_rows(*format)) {
        report.applications[row].fill(blank());
    }
    for (const auto group : law::remedy_groups()) {
        report.remedies[group].fill(blank());
    }
    return report;
}

Figure typed_figure(std::string_view typed) {
    const auto trimmed = text::trim(typed);
    auto figure = blank();
    figure.printed = trimmed;
    if (const auto read = printed_figure(trimmed)) {
        figure.value = read->value;
        figure.mark = read->mark;
    }
    return figure;
}

Result<void> apply(AnnualReport& report, int report_year, const ReportEdit& edit) {
    std::vector<Problem> problems;
    for (std::size_t at = 0; at < edit.cells.size(); ++at) {
        if (!has_cell(report.format, edit.cells[at].cell)) {
            problems.push_back(problem(cell_unknown, report_year, edit.cells[at].cell));
            problems.back().field = fmt::format("cells[{}].cell", at);
        }
    }
    if (!problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    for (const auto& [cell, printed] : edit.cells) {
        *find_or_add(report, cell) = typed_figure(printed);
    }
    for (const auto& [section, paragraphs] : edit.sections) {
        report.sections[static_cast<std::size_t>(section)].paragraphs = paragraphs;
    }
    report.title = edit.title.value_or(report.title);
    report.preamble = edit.preamble.value_or(report.preamble);
    return {};
}

std::vector<UnreadableCell> unreadable_cells(const StoredReport& stored) {
    std::vector<UnreadableCell> unreadable;
    for (const auto& [cell, provenance] : stored.provenance) {
        const auto* figure = find(stored.report, cell);
        if (provenance.origin == CellOrigin::typed && figure != nullptr &&
            !printed_figure(figure->printed)) {
            unreadable.push_back({cell, label_of(stored, cell), figure->printed});
        }
    }
    return unreadable;
}

Result<void> check_cells(const StoredReport& stored) {
    const auto unreadable = unreadable_cells(stored);
    if (unreadable.empty()) {
        return {};
    }
    std::vector<std::string> named;
    for (const auto& [cell, label, printed] : unreadable) {
        if (named.size() < cells_named_max) {
            named.push_back(fmt::format("{}填的是“{}”", label, printed));
        }
    }
    if (unreadable.size() > cells_named_max) {
        named.emplace_back("等等");
    }
    return error(cells_unreadable, unreadable.size(), text::join(named, "，"));
}

}  // namespace gk::report
