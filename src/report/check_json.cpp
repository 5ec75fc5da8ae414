#include "report/check_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "report/figures_json.hpp"

namespace gk::report {

namespace {

namespace json = boost::json;

json::value number(const std::optional<Decimal>& value) {
    return value ? figure_json(*value) : json::value(nullptr);
}

json::object relations_of(const std::vector<Relation>& relations) {
    json::array hold;
    json::array fail;
    json::array not_assessable;
    for (const auto& relation : relations) {
        switch (relation.state) {
            case RelationState::holds:
                hold.emplace_back(relation.code);
                break;
            case RelationState::not_assessable:
                not_assessable.emplace_back(relation.code);
                break;
            case RelationState::fails: {
                json::object entry;
                entry["code"] = relation.code;
                entry["left"] = number(relation.left);
                entry["right"] = number(relation.right);
                entry["delta"] = relation.left && relation.right
                                     ? number(*relation.left - *relation.right)
                                     : json::value(nullptr);
                entry["cells"] = json::array(relation.cells.begin(), relation.cells.end());
                entry["place"] = relation.place;
                entry["text"] = relation.text;
                entry["severity"] = relation.severity == Severity::error ? "error" : "warning";
                entry["hint"] = relation.hint;
                fail.push_back(std::move(entry));
                break;
            }
        }
    }
    json::object result;
    result["hold"] = std::move(hold);
    result["fail"] = std::move(fail);
    result["not_assessable"] = std::move(not_assessable);
    return result;
}

json::array remarks_of(const std::vector<Remark>& first, const std::vector<Remark>& second) {
    json::array remarks;
    for (const auto* list : {&first, &second}) {
        for (const auto& remark : *list) {
            remarks.push_back(json::object(
                {{"code", remark.code}, {"text", remark.text}, {"place", remark.place}}));
        }
    }
    return remarks;
}

}  // namespace

std::string to_check_json(std::string_view file, const Reading& reading,
                          const CheckResult& result) {
    json::object object;
    object["file"] = file;
    object["status"] = key(reading.status);
    add_figures(object, reading.report);
    object["relations"] = relations_of(result.relations);
    object["more_relations"] = relations_of(result.more_relations);
    object["marks"] = marks_json(reading.report);
    object["remarks"] = remarks_of(reading.remarks, result.remarks);
    return json::serialize(object);
}

std::string to_unreadable_json(std::string_view file, const Error& error) {
    json::array problems;
    for (const auto& problem : error.problems()) {
        problems.push_back(json::object(
            {{"code", problem.code}, {"message", problem.message}, {"hint", problem.hint}}));
    }
    json::object object;
    object["file"] = file;
    object["status"] = "unreadable";
    object["problems"] = std::move(problems);
    return json::serialize(object);
}

}  // namespace gk::report
