#include "report/relations_json.hpp"

#include <boost/json/array.hpp>

#include "report/figures_json.hpp"

namespace gk::report {

namespace json = boost::json;

namespace {

json::value number(const std::optional<Decimal>& value) {
    return value ? figure_json(*value) : json::value(nullptr);
}

}  // namespace

json::object relations_json(const std::vector<Relation>& relations) {
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

}  // namespace gk::report
