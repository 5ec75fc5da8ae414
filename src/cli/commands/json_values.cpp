#include "cli/commands/json_values.hpp"

#include <ostream>

#include <boost/json.hpp>

#include "cli/print_error.hpp"
#include "law/citation_text.hpp"

namespace gk::cli {

namespace {

void add_number(boost::json::object& object, std::string_view name, int number) {
    if (number != 0) {
        object[name] = number;
    }
}

}  // namespace

boost::json::value json_value(const Citation& citation) {
    if (citation.empty()) {
        return nullptr;
    }
    boost::json::object object{{"instrument", citation.instrument}};
    add_number(object, "article", citation.article);
    add_number(object, "paragraph", citation.paragraph);
    add_number(object, "item", citation.item);
    object["text"] = law::citation_text(citation);
    return object;
}

boost::json::value json_value(const Error& error) {
    boost::json::array problems;
    for (const auto& each : error.problems()) {
        problems.push_back({{"code", each.code},
                            {"field", each.field},
                            {"message", each.message},
                            {"hint", each.hint},
                            {"basis", json_value(each.basis)}});
    }
    return {{"kind", key(error.kind())}, {"problems", std::move(problems)}};
}

void print_json(const boost::json::value& value, std::ostream& out) {
    out << boost::json::serialize(value) << '\n';
}

Exit fail(const Error& error, const Arguments& arguments, Streams& streams) {
    if (!arguments.has(json_option.name)) {
        return fail(error, streams);
    }
    print_json(json_value(error), streams.err);
    return Exit::unusable;
}

}  // namespace gk::cli
