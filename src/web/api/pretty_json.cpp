#include "web/api/pretty_json.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace gk::web::api {

namespace {

namespace json = boost::json;

void write(const json::value& value, const std::string& indent, std::string& text);

template <typename Members, typename WriteMember>
void write_all(const Members& members, char open, char close, const std::string& indent,
               std::string& text, const WriteMember& write_member) {
    text += open;
    const auto deeper = indent + "  ";
    const char* separator = "\n";
    for (const auto& member : members) {
        text.append(separator).append(deeper);
        write_member(member, deeper);
        separator = ",\n";
    }
    if (!members.empty()) {
        text.append("\n").append(indent);
    }
    text += close;
}

void write(const json::value& value, const std::string& indent, std::string& text) {
    if (value.is_object()) {
        write_all(value.get_object(), '{', '}', indent, text,
                  [&text](const json::key_value_pair& member, const std::string& deeper) {
                      text.append(json::serialize(json::string(member.key()))).append(": ");
                      write(member.value(), deeper, text);
                  });
    } else if (value.is_array()) {
        write_all(value.get_array(), '[', ']', indent, text,
                  [&text](const json::value& item, const std::string& deeper) {
                      write(item, deeper, text);
                  });
    } else {
        text += json::serialize(value);
    }
}

}  // namespace

std::string pretty_json(const json::value& value) {
    std::string text;
    write(value, "", text);
    text += '\n';
    return text;
}

}  // namespace gk::web::api
