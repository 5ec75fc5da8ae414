#include "report/cell_label.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace gk::report {

namespace {

using law::ApplicationRow;
using law::ReportFormat;

constexpr std::array groups = {law::RemedyGroup::reconsideration,
                               law::RemedyGroup::direct_litigation,
                               law::RemedyGroup::litigation_after_reconsideration};

void add_proactive(std::vector<LabelledCell>& cells, ReportFormat format) {
    for (const auto& cell : law::proactive_cells(format)) {
        cells.push_back({cell_name(cell), fmt::format("表二“{}”的{}", law::label(cell.item, format),
                                                      law::label(cell.column, format))});
    }
}

void add_row(std::vector<LabelledCell>& cells, ApplicationRow row) {
    for (std::size_t i = 0; i < law::applicant_column_count; ++i) {
        const auto column = static_cast<law::ApplicantColumn>(i);
        cells.push_back(
            {cell_name(row, column), fmt::format("表三“{}{}”的{}", law::group_label(row),
                                                 law::label(row), law::label(column))});
    }
}

void add_applications(std::vector<LabelledCell>& cells, ReportFormat format) {
    for (std::size_t i = 0; i < law::application_row_count; ++i) {
        const auto row = static_cast<ApplicationRow>(i);
        const auto rows = law::application_rows(format);
        const bool is_of_form = std::ranges::find(rows, row) != rows.end();
        if (is_of_form || row == ApplicationRow::otherwise_closed) {
            add_row(cells, row);
        }
    }
}

void add_remedies(std::vector<LabelledCell>& cells) {
    for (const auto group : groups) {
        for (std::size_t i = 0; i < law::remedy_result_count; ++i) {
            const auto result = static_cast<law::RemedyResult>(i);
            cells.push_back({cell_name(group, result),
                             fmt::format("表四“{}”的{}", law::label(group), law::label(result))});
        }
    }
}

}  // namespace

std::vector<LabelledCell> labelled_cells(ReportFormat format) {
    std::vector<LabelledCell> cells;
    add_proactive(cells, format);
    add_applications(cells, format);
    add_remedies(cells);
    return cells;
}

std::string cell_label(std::string_view name, ReportFormat format) {
    static const std::array tables = {labelled_cells(ReportFormat::trial_2019),
                                      labelled_cells(ReportFormat::form_2021)};
    const auto& cells = tables[static_cast<std::size_t>(format)];
    const auto found = std::ranges::find(cells, name, &LabelledCell::name);
    return found == cells.end() ? std::string(name) : found->label;
}

}  // namespace gk::report
