#include "report/report_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "report/figures_json.hpp"

namespace gk::report {

namespace json = boost::json;

namespace {

json::array texts(const std::vector<std::string>& paragraphs) {
    return json::array(paragraphs.begin(), paragraphs.end());
}

json::array sections_json(const AnnualReport& report) {
    json::array sections;
    for (std::size_t i = 0; i < law::section_count; ++i) {
        sections.push_back({{"key", law::key(static_cast<law::Section>(i))},
                            {"title", report.sections[i].title},
                            {"paragraphs", texts(report.sections[i].paragraphs)}});
    }
    return sections;
}

}  // namespace

std::string export_json(const AnnualReport& report, const ExportContext& context) {
    json::object object;
    add_figures(object, report);
    object["agency"] = context.agency_name;
    object["format"] = report.format ? law::key(*report.format) : "none";
    object["title"] = report.title;
    object["preamble"] = texts(report.preamble);
    object["sections"] = sections_json(report);
    object["marks"] = marks_json(report);
    return json::serialize(object);
}

}  // namespace gk::report
