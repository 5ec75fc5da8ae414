#include "report/compare_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "report/figures_json.hpp"
#include "report/relations_json.hpp"

namespace gk::report {

namespace {

namespace json = boost::json;

json::object report_json(const ComparedReport& compared) {
    const auto& report = compared.report;
    json::object object;
    object["source"] = compared.source;
    object["agency"] = report.agency ? json::value(*report.agency) : json::value(nullptr);
    object["report_year"] =
        report.report_year ? json::value(*report.report_year) : json::value(nullptr);
    object["format"] = report.format ? json::value(law::key(*report.format)) : json::value(nullptr);
    return object;
}

void add_figure(json::object& cell, std::string_view side, const Figure* figure) {
    if (figure != nullptr && figure->value) {
        cell[side] = figure_json(*figure->value);
        return;
    }
    cell[side] = nullptr;
    cell[std::string(side) + "_mark"] = key(figure == nullptr ? Mark::absent : figure->mark);
}

json::array cells_json(const std::vector<CellComparison>& cells) {
    json::array all;
    for (const auto& compared : cells) {
        json::object cell;
        cell["cell"] = compared.cell_name;
        cell["label"] = compared.label;
        add_figure(cell, "first", compared.first);
        add_figure(cell, "second", compared.second);
        cell["change"] = compared.change ? figure_json(*compared.change) : json::value(nullptr);
        all.push_back(std::move(cell));
    }
    return all;
}

json::object similarity_json(const Similarity& similarity, const AnnualReport& second) {
    json::array passages;
    for (const auto& passage : similarity.passages) {
        json::object entry;
        entry["section"] = law::key(passage.section);
        entry["paragraph"] = passage.paragraph + 1;
        entry["text"] = text_of(passage, second);
        passages.push_back(std::move(entry));
    }
    json::object object;
    object["share"] = similarity.share;
    object["passages"] = std::move(passages);
    return object;
}

}  // namespace

std::string to_compare_json(const ComparedReport& first, const ComparedReport& second,
                            const Comparison& comparison) {
    json::object object;
    object["first"] = report_json(first);
    object["second"] = report_json(second);
    object["changed"] = comparison.change_count();
    object["cells"] = cells_json(comparison.cells);
    object["relations"] = relations_json(comparison.relations);
    object["similarity"] = similarity_json(comparison.similarity, second.report);
    return json::serialize(object);
}

}  // namespace gk::report
