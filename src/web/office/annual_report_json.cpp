#include "web/office/annual_report_json.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "law/annual_report_due.hpp"
#include "law/cross_check.hpp"
#include "report/cell_label.hpp"
#include "report/edit.hpp"
#include "report/statutory_table.hpp"
#include "web/api/json_answer.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using report::AnnualReport;
using report::StoredReport;

json::string text_of(std::string_view text) {
    return json::string(text);
}

json::array texts(const std::vector<std::string>& paragraphs) {
    return json::array(paragraphs.begin(), paragraphs.end());
}

json::value decimal_json(const std::optional<Decimal>& decimal) {
    return decimal ? json::value(json::string(decimal->text())) : json::value();
}

std::string_view role_key(report::CellRole role) {
    switch (role) {
        case report::CellRole::block_head:
            return "block_head";
        case report::CellRole::column_head:
            return "column_head";
        case report::CellRole::corner:
            return "corner";
        case report::CellRole::group_head:
            return "group_head";
        case report::CellRole::row_head:
            return "row_head";
        case report::CellRole::figure:
            return "figure";
        case report::CellRole::sum_figure:
            return "sum_figure";
    }
    GK_ASSERT(!"a role of a cell");
    return {};
}

json::array sections_json(const AnnualReport& report) {
    json::array sections;
    for (const auto section : law::sections()) {
        const auto& text = report.sections[static_cast<std::size_t>(section)];
        sections.push_back(json::object{{"key", text_of(law::key(section))},
                                        {"title", text.title},
                                        {"is_table", law::is_table(section)},
                                        {"paragraphs", texts(text.paragraphs)}});
    }
    return sections;
}

json::array tables_json(const AnnualReport& report) {
    json::array tables;
    for (const auto& table : report::statutory_tables(report)) {
        json::array cells;
        for (const auto& cell : table.cells) {
            cells.push_back(json::object{{"row", cell.row},
                                         {"column", cell.column},
                                         {"row_span", cell.row_span},
                                         {"column_span", cell.column_span},
                                         {"role", text_of(role_key(cell.role))},
                                         {"text", cell.text},
                                         {"cell", cell.cell_name}});
        }
        tables.push_back(json::object{{"section", text_of(law::key(table.section))},
                                      {"caption", table.caption},
                                      {"rows", table.rows},
                                      {"columns", table.columns},
                                      {"head_rows", table.head_rows},
                                      {"label_columns", table.label_columns},
                                      {"cells", std::move(cells)}});
    }
    return tables;
}

// In the order of the form.
json::array cells_json(const StoredReport& stored) {
    json::array cells;
    if (!stored.report.format) {
        return cells;
    }
    for (const auto& [name, label] : report::labelled_cells(*stored.report.format)) {
        const auto provenance = stored.provenance.find(name);
        const auto* figure = report::find(stored.report, name);
        if (provenance == stored.provenance.end() || figure == nullptr) {
            continue;
        }
        const auto number = provenance->second.source_number;
        cells.push_back(
            json::object{{"cell", name},
                         {"label", label},
                         {"printed", figure->printed},
                         {"value", decimal_json(figure->value)},
                         {"mark", text_of(figure->value ? "figure" : key(figure->mark))},
                         {"origin", text_of(key(provenance->second.origin))},
                         {"source_number", number ? json::value(*number) : json::value()}});
    }
    return cells;
}

// How many of its cells stand on the left of the equation; 0 where it is none.
std::int64_t left_count(const report::Relation& relation, const AnnualReport& report) {
    auto equations = law::remedy_equations();
    std::ranges::move(law::carry_over_equations(), std::back_inserter(equations));
    if (report.applications_format) {
        std::ranges::move(law::application_equations(*report.applications_format),
                          std::back_inserter(equations));
    }
    const auto found = std::ranges::find(equations, relation.code, &law::Equation::code);
    const auto count = found == equations.end() ? 0 : found->left.size();
    return static_cast<std::int64_t>(std::min(count, relation.cells.size()));
}

void add_relations(json::array& array, const std::vector<report::Relation>& relations,
                   const AnnualReport& report) {
    constexpr std::array<std::string_view, 3> states = {"holds", "fails", "not_assessable"};
    for (const auto& relation : relations) {
        const auto delta = relation.left && relation.right
                               ? std::optional(*relation.left - *relation.right)
                               : std::nullopt;
        const bool is_error = relation.severity == report::Severity::error;
        array.push_back(
            json::object{{"code", relation.code},
                         {"state", text_of(states[static_cast<std::size_t>(relation.state)])},
                         {"severity", is_error ? "error" : "warning"},
                         {"left", decimal_json(relation.left)},
                         {"right", decimal_json(relation.right)},
                         {"delta", decimal_json(delta)},
                         {"cells", texts(relation.cells)},
                         {"left_count", left_count(relation, report)},
                         {"text", relation.text},
                         {"hint", relation.hint}});
    }
}

json::object check_json(const StoredReport& stored) {
    json::array relations;
    add_relations(relations, stored.check.relations, stored.report);
    add_relations(relations, stored.check.more_relations, stored.report);
    json::array remarks;
    for (const auto& remark : stored.check.remarks) {
        remarks.push_back(
            json::object{{"code", remark.code}, {"text", remark.text}, {"place", remark.place}});
    }
    json::array unreadable;
    for (const auto& [cell, label, printed] : report::unreadable_cells(stored)) {
        unreadable.push_back(json::object{{"cell", cell}, {"label", label}, {"printed", printed}});
    }
    return {{"error_count", stored.check.errors().size()},
            {"relations", std::move(relations)},
            {"remarks", std::move(remarks)},
            {"unreadable_cells", std::move(unreadable)}};
}

json::array acts_json(const StoredReport& stored) {
    json::array acts;
    for (const auto& act : stored.acts) {
        acts.push_back(json::object{{"action", text_of(key(act.action))},
                                    {"label", text_of(label(act.action))},
                                    {"actor", act.actor},
                                    {"at", act.at.iso()},
                                    {"comment", act.comment}});
    }
    return acts;
}

json::array actions_json(const StoredReport& stored, const people::Actor& actor, Date today) {
    json::array actions;
    for (const auto& [action, obstacle] :
         report::available_actions(stored.standing(), actor, today)) {
        const auto rests_on = report::basis(action);
        actions.push_back(api::json_of({.action = key(action),
                                        .label = label(action),
                                        .basis = {&rests_on, 1},
                                        .obstacle = obstacle ? &*obstacle : nullptr}));
    }
    return actions;
}

json::array sources_json(const StoredReport& stored) {
    json::array sources;
    for (const auto& source : stored.sources) {
        sources.push_back(json::object{
            {"number", source.number}, {"file_name", source.file_name}, {"sha256", source.sha256}});
    }
    return sources;
}

std::optional<Date> due_on(const people::Agency& agency, int report_year) {
    const auto due = law::annual_report_due(agency.level, report_year, std::nullopt);
    return due ? due->value : std::nullopt;
}

}  // namespace

json::object report_line_json(const report::ReportSummary& summary) {
    return {{"agency", summary.agency_code},
            {"agency_name", summary.agency_name},
            {"year", summary.report_year},
            {"title", summary.title},
            {"format", text_of(report::format_key(summary.format))},
            {"status", text_of(key(summary.status))},
            {"version", summary.version},
            {"changed_at", summary.changed_at.iso()},
            {"published_at", api::json_of(summary.published_at)}};
}

json::object report_json(const StoredReport& stored, const people::Agency& agency,
                         const people::Actor& actor, Date today) {
    const auto& report = stored.report;
    return {{"agency", agency.code},
            {"agency_name", agency.name},
            {"year", stored.key.report_year},
            {"version", stored.version},
            {"status", text_of(key(stored.status))},
            {"format", text_of(report::format_key(report.format))},
            {"due_on", api::json_of(due_on(agency, stored.key.report_year))},
            {"published_at", api::json_of(stored.published_at)},
            {"title", report.title},
            {"preamble", texts(report.preamble)},
            {"sections", sections_json(report)},
            {"tables", tables_json(report)},
            {"cells", cells_json(stored)},
            {"sources", sources_json(stored)},
            {"check", check_json(stored)},
            {"acts", acts_json(stored)},
            {"actions", actions_json(stored, actor, today)}};
}

json::object comparison_json(const report::Comparison& comparison, int previous_year) {
    const auto printed = [](const report::Figure* figure) {
        return figure == nullptr ? json::value() : json::value(json::string(figure->printed));
    };
    json::array cells;
    for (const auto& cell : comparison.cells) {
        cells.push_back(json::object{{"cell", cell.cell_name},
                                     {"label", cell.label},
                                     {"previous", printed(cell.first)},
                                     {"current", printed(cell.second)},
                                     {"change", decimal_json(cell.change)}});
    }
    constexpr double percent = 100;
    return {
        {"previous_year", previous_year},
        {"change_count", comparison.change_count()},
        {"cells", std::move(cells)},
        {"similarity_percent", static_cast<std::int64_t>(comparison.similarity.share * percent)}};
}

}  // namespace gk::web::office
