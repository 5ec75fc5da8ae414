#include "web/api/json_answer.hpp"

#include <utility>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "law/citation_text.hpp"
#include "web/http/target.hpp"

namespace gk::web::api {

namespace {

namespace json = boost::json;

std::string key_of(const Citation& basis) {
    std::string key(basis.instrument);
    for (const auto part : {basis.article, basis.paragraph, basis.item}) {
        if (part != 0) {
            key.append("/").append(std::to_string(part));
        }
    }
    return key;
}

json::array bases_of(std::span<const Citation> bases) {
    json::array array;
    for (const auto& basis : bases) {
        if (!basis.empty()) {
            array.push_back(json_of(basis));
        }
    }
    return array;
}

}  // namespace

Response json_answer(const json::object& body, int status) {
    Response response;
    response.status = status;
    response.headers.set("Content-Type", "application/json");
    response.headers.set("Cache-Control", "no-store");
    response.body = json::serialize(body);
    return response;
}

Response empty_answer() {
    constexpr int no_content = 204;
    Response response;
    response.status = no_content;
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response file_answer(std::string bytes, std::string_view media_type, std::string_view file_name) {
    Response response;
    response.headers.set("Content-Type", std::string(media_type));
    response.headers.set("Content-Disposition",
                         "attachment; filename*=UTF-8''" + encode_query_value(file_name));
    response.headers.set("Cache-Control", "no-store");
    response.body = std::move(bytes);
    return response;
}

Response list_answer(json::array items, const PageOfList& page) {
    json::object body;
    body["items"] = std::move(items);
    body["total"] = page.total;
    body["page"] = page.page;
    body["page_size"] = page.page_size;
    return json_answer(body);
}

json::value json_of(const std::optional<std::string>& text) {
    return text ? json::value(json::string(*text)) : json::value();
}

json::value json_of(const std::optional<Date>& date) {
    return date ? json::value(json::string(date->iso())) : json::value();
}

json::value json_of(const std::optional<Moment>& moment) {
    return moment ? json::value(json::string(moment->iso())) : json::value();
}

json::object json_of(const OfferedAction& offered) {
    json::object object;
    object["action"] = json::string_view(offered.action);
    object["label"] = json::string_view(offered.label);
    object["is_allowed"] = offered.obstacle == nullptr;
    object["basis"] = bases_of(offered.basis);
    object["obstacle"] = nullptr;
    if (offered.obstacle != nullptr) {
        const auto& found = offered.obstacle->first();
        object["obstacle"] = json::object{{"code", found.code},
                                          {"message", found.message},
                                          {"basis", bases_of({&found.basis, 1})},
                                          {"hint", found.hint}};
    }
    return object;
}

json::object json_of(const Citation& basis) {
    return {{"citation", key_of(basis)}, {"text", law::citation_text(basis)}};
}

}  // namespace gk::web::api
