#include "report/figures_json.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace gk::report {

namespace json = boost::json;

namespace {

using law::ApplicationRow;
using law::ReportFormat;

json::value value_of(const Figure* figure) {
    return figure != nullptr && figure->value ? figure_json(*figure->value) : json::value(nullptr);
}

template <typename Figures>
json::array row_json(const Figures& figures) {
    json::array row;
    for (const auto& figure : figures) {
        row.push_back(value_of(&figure));
    }
    return row;
}

ReportFormat form_of(const AnnualReport& report) {
    return report.proactive_format.value_or(report.format.value_or(ReportFormat::form_2021));
}

// "permits" stands alone in the 2021 form; "permits.decisions" goes into an object "permits".
json::object proactive_json(const AnnualReport& report) {
    json::object table;
    for (const auto& cell : law::proactive_cells(form_of(report))) {
        const auto found = report.proactive_disclosure.find(cell.key);
        const bool is_printed = found != report.proactive_disclosure.end();
        const auto value = value_of(is_printed ? &found->second : nullptr);
        const auto dot = cell.key.find('.');
        if (dot == std::string_view::npos) {
            table[cell.key] = value;
            continue;
        }
        auto& line = table[cell.key.substr(0, dot)];
        if (!line.is_object()) {
            line.emplace_object();
        }
        line.as_object()[cell.key.substr(dot + 1)] = value;
    }
    return table;
}

json::value unit_key(std::string_view unit) {
    if (unit == "万元") {
        return "10k yuan";
    }
    if (unit == "亿元") {
        return "100m yuan";
    }
    return unit == "元" ? json::value("yuan") : json::value(nullptr);
}

// The 2019 form prints a unit beside the amount, or leaves it out.
void add_procurement(json::object& table, const AnnualReport& report) {
    const auto amount = report.proactive_disclosure.find("central_procurement.amount");
    auto* line = table.if_contains("central_procurement");
    if (line == nullptr || amount == report.proactive_disclosure.end()) {
        return;
    }
    line->as_object()["unit"] = unit_key(report.procurement_unit);
    line->as_object()["as_printed"] = amount->second.printed;
}

// （六）其他处理 is one row or three, never both.
std::vector<ApplicationRow> rows_of(const AnnualReport& report) {
    std::vector<ApplicationRow> rows;
    for (std::size_t i = 0; i < law::application_row_count; ++i) {
        const auto row = static_cast<ApplicationRow>(i);
        if (row != ApplicationRow::otherwise_closed || report.applications.contains(row)) {
            rows.push_back(row);
        }
    }
    return rows;
}

template <typename Figures, typename Name>
void add_marks(json::object& marks, const Figures& figures, Name name) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i].value) {
            marks[name(i)] = key(figures[i].mark);
        }
    }
}

}  // namespace

json::value figure_json(const Decimal& value) {
    if (value.is_whole()) {
        return value.whole();
    }
    return static_cast<double>(value.micro()) / Decimal::unit;
}

void add_figures(json::object& json, const AnnualReport& report) {
    json["agency"] = report.agency ? json::value(*report.agency) : json::value(nullptr);
    json["report_year"] = report.report_year ? json::value(*report.report_year) : json::value();
    json["format"] = report.format ? json::value(law::key(*report.format)) : json::value(nullptr);
    json["truncated"] = report.is_truncated;
    auto& proactive = json["proactive_disclosure"].emplace_object();
    proactive = proactive_json(report);
    add_procurement(proactive, report);
    auto& applications = json["applications"].emplace_object();
    for (const auto row : rows_of(report)) {
        const auto found = report.applications.find(row);
        const bool is_printed = found != report.applications.end();
        applications[law::key(row)] =
            is_printed ? json::value(row_json(found->second)) : json::value(nullptr);
    }
    auto& remedies = json["remedies"].emplace_object();
    for (std::size_t i = 0; i < law::remedy_group_count; ++i) {
        const auto group = static_cast<law::RemedyGroup>(i);
        const auto found = report.remedies.find(group);
        const bool is_printed = found != report.remedies.end();
        remedies[law::key(group)] =
            is_printed ? json::value(row_json(found->second)) : json::value(nullptr);
    }
}

json::object marks_json(const AnnualReport& report) {
    json::object marks;
    for (const auto& cell : law::proactive_cells(form_of(report))) {
        const auto found = report.proactive_disclosure.find(cell.key);
        const auto& figure = found == report.proactive_disclosure.end() ? Figure{} : found->second;
        add_marks(marks, std::array{figure}, [&](std::size_t) { return cell_name(cell); });
    }
    for (const auto row : rows_of(report)) {
        const auto found = report.applications.find(row);
        add_marks(
            marks, found == report.applications.end() ? ApplicationFigures{} : found->second,
            [&](std::size_t i) { return cell_name(row, static_cast<law::ApplicantColumn>(i)); });
    }
    for (std::size_t i = 0; i < law::remedy_group_count; ++i) {
        const auto group = static_cast<law::RemedyGroup>(i);
        const auto found = report.remedies.find(group);
        add_marks(marks, found == report.remedies.end() ? RemedyFigures{} : found->second,
                  [&](std::size_t result) {
                      return cell_name(group, static_cast<law::RemedyResult>(result));
                  });
    }
    return marks;
}

}  // namespace gk::report
