#include "report/check_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "report/figures_json.hpp"
#include "report/relations_json.hpp"

namespace gk::report {

namespace {

namespace json = boost::json;

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
    object["relations"] = relations_json(result.relations);
    object["more_relations"] = relations_json(result.more_relations);
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
    const AnnualReport nothing;
    add_figures(object, nothing);
    object["relations"] = relations_json({});
    object["more_relations"] = relations_json({});
    object["marks"] = marks_json(nothing);
    object["remarks"] = json::array();
    object["problems"] = std::move(problems);
    return json::serialize(object);
}

}  // namespace gk::report
