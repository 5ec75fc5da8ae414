#include "web/api/openapi.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include <boost/json/value.hpp>

#include "base/text.hpp"
#include "web/api/openapi_schema.hpp"
#include "web/api/pretty_json.hpp"
#include "web/representation.hpp"

namespace gk::web::api {

namespace {

namespace json = boost::json;

// As error_answer.hpp writes it.
Schema problem_schema() {
    const auto basis = object("ProblemBasis", {{"instrument", "法律文件", text()},
                                               {"article", "条", number(), Need::optional},
                                               {"paragraph", "款", number(), Need::optional},
                                               {"item", "项", number(), Need::optional},
                                               {"text", "依据", text()}});
    const auto problem = object("Problem", {{"code", "问题代码", text()},
                                            {"field", "填写项", text(), Need::optional},
                                            {"message", "说明", long_text()},
                                            {"hint", "办法", long_text(), Need::optional},
                                            {"basis", "依据", basis, Need::optional}});
    return object("ProblemAnswer", {{"type", "类型", text()},
                                    {"title", "标题", text()},
                                    {"status", "状态码", number()},
                                    {"detail", "说明", long_text()},
                                    {"instance", "请求编号", text()},
                                    {"kind", "种类", text()},
                                    {"problems", "问题", list(problem)}});
}

Schema argument_schema(std::string_view name) {
    constexpr int first_year = 1900;
    constexpr int last_year = 2199;
    return name == "year" ? number(first_year, last_year) : text();
}

std::string_view argument_label(std::string_view name) {
    if (name == "agency") {
        return "机关代码";
    }
    return name == "year" ? "年度" : "编号";
}

json::object parameter_json(const Field& field, std::string_view place, json::object& components) {
    return {{"name", field.name},
            {"in", json::string_view(place)},
            {"required", field.need == Need::required},
            {"description", field.label},
            {"schema", schema_json(field.schema, components)}};
}

json::array parameters_json(const ApiRoute& row, json::object& components) {
    json::array parameters;
    for (const auto segment : text::split(row.pattern, '/')) {
        if (segment.starts_with('{')) {
            const std::string name(segment.substr(1, segment.size() - 2));
            parameters.push_back(
                parameter_json({name, std::string(argument_label(name)), argument_schema(name)},
                               "path", components));
        }
    }
    for (const auto& field : row.query) {
        parameters.push_back(parameter_json(field, "query", components));
    }
    return parameters;
}

json::object content_json(std::string_view media_type, json::value schema) {
    return {{media_type, json::object{{"schema", std::move(schema)}}}};
}

json::object responses_json(const ApiRoute& row, json::object& components) {
    json::object good{{"description", "成功"}};
    if (row.answer) {
        good["content"] = content_json("application/json", schema_json(*row.answer, components));
    } else if (!row.media_type.empty()) {
        good["content"] = content_json(row.media_type, json::object());
    }
    return {{std::to_string(row.status), std::move(good)},
            {"default", json::object{{"$ref", "#/components/responses/Problem"}}}};
}

// The segment behind /api/v1/, or the one behind that of the agency.
std::string tag_of(const ApiRoute& row) {
    const auto segments = text::split(row.pattern, '/');
    const std::size_t own = 3;
    const std::size_t of_agency = 5;
    const bool is_of_agency = segments.size() > of_agency && segments[own + 1] == "{agency}";
    return std::string(segments[is_of_agency ? of_agency : own]);
}

json::object operation_json(const ApiRoute& row, json::object& components) {
    const auto needed = row.permission.value();
    json::object operation{{"operationId", row.operation_id},
                           {"tags", json::array{json::string(tag_of(row))}},
                           {"summary", row.summary},
                           {"x-permission", json::string_view(people::key(needed))}};
    if (auto parameters = parameters_json(row, components); !parameters.empty()) {
        operation["parameters"] = std::move(parameters);
    }
    if (row.body) {
        const auto* media_type =
            row.body_kind == BodyKind::json ? "application/json" : "multipart/form-data";
        operation["requestBody"] =
            json::object{{"required", true},
                         {"content", content_json(media_type, schema_json(*row.body, components))}};
    }
    operation["responses"] = responses_json(row, components);
    if (needed == people::Permission::everyone) {
        operation["security"] = json::array();
    } else if (row.method != Method::get) {
        operation["security"] =
            json::array{json::object{{"session", json::array()}, {"csrf_token", json::array()}}};
    }
    return operation;
}

json::object security_json() {
    return {{"session", json::object{{"type", "apiKey"},
                                     {"in", "cookie"},
                                     {"name", "__Host-gongkai"},
                                     {"description", "登录后的会话；没有 TLS 时名为 gongkai。"}}},
            {"csrf_token", json::object{{"type", "apiKey"},
                                        {"in", "header"},
                                        {"name", json::string_view(csrf_header)},
                                        {"description", "由 GET /api/v1/session 给出。"}}}};
}

}  // namespace

std::string openapi_document(const std::vector<ApiRoute>& rows) {
    std::vector<const ApiRoute*> sorted;
    for (const auto& row : rows) {
        sorted.push_back(&row);
    }
    std::ranges::sort(sorted, {},
                      [](const ApiRoute* row) { return std::tie(row->pattern, row->method); });
    json::object schemas;
    json::object paths;
    for (const auto* row : sorted) {
        auto& path = paths[row->pattern];
        auto& operations = path.is_object() ? path.get_object() : path.emplace_object();
        operations[text::lower_ascii(key(row->method))] = operation_json(*row, schemas);
    }
    auto problem = schema_json(problem_schema(), schemas);
    const json::object document{
        {"openapi", "3.1.0"},
        {"info", json::object{{"title", "gongkai"},
                              {"description", "政府信息公开工作台的接口。"},
                              {"version", GONGKAI_VERSION},
                              {"license", json::object{{"name", "Apache License 2.0"},
                                                       {"identifier", "Apache-2.0"}}}}},
        {"servers", json::array{json::object{{"url", "/"}}}},
        {"security", json::array{json::object{{"session", json::array()}}}},
        {"paths", std::move(paths)},
        {"components",
         json::object{
             {"schemas", std::move(schemas)},
             {"responses",
              json::object{
                  {"Problem", json::object{{"description", "没有办成，逐条说明原因"},
                                           {"content", content_json("application/problem+json",
                                                                    std::move(problem))}}}}},
             {"securitySchemes", security_json()}}}};
    return pretty_json(document);
}

Route openapi_route(const std::string& document) {
    Response response;
    response.headers.set("Content-Type", "application/json");
    response.headers.set("Cache-Control", "no-cache");
    response.body = document;
    const auto kept = std::make_shared<const Representation>(std::move(response), Effort::thorough);
    return {.method = Method::get,
            .pattern = "/api/v1/openapi.json",
            .permission = people::Permission::everyone,
            .audience = Audience::api,
            .limits = {},
            .handler = [kept](const Request& request) -> Result<Response> {
                return kept->answer(request);
            },
            .runs = Runs::on_io_thread};
}

}  // namespace gk::web::api
