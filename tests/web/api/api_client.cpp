#include "web/api/api_client.hpp"

#include <algorithm>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "people/errors.hpp"
#include "web/api/hold.hpp"
#include "web/http/target.hpp"
#include "web/router.hpp"

namespace gk::web::api {

namespace {

namespace json = boost::json;

constexpr std::string_view csrf_token = "csrf-of-";
constexpr int first_error_status = 400;

std::vector<Route> table(std::vector<Route> routes) {
    return routes;
}

}  // namespace

people::Actor actor_with(std::string name, people::Role role, Id<people::Agency> agency) {
    people::Actor actor;
    actor.name = std::move(name);
    actor.account = Id<people::Account>{1};
    actor.held_roles = {{.role = role, .agency = agency}};
    return actor;
}

json::value json_of(const Response& response) {
    json::error_code failure;
    auto value = json::parse(response.bytes(), failure);
    EXPECT_FALSE(failure) << response.bytes();
    return value;
}

std::vector<std::string> problem_codes(const Response& response) {
    std::vector<std::string> codes;
    if (response.headers.get("Content-Type") != "application/problem+json") {
        return codes;
    }
    const auto body = json_of(response);
    for (const auto& each : body.at("problems").as_array()) {
        const auto& problem = each.as_object();
        std::string code(std::string_view(problem.at("code").as_string()));
        if (const auto* field = problem.if_contains("field")) {
            code.append(" at ").append(std::string_view(field->as_string()));
        }
        codes.push_back(std::move(code));
    }
    return codes;
}

ApiClient::ApiClient(std::vector<ApiRoute> rows, store::Database& database, const Clock& clock)
    : rows_(rows),
      application_(std::make_unique<Application>(
          table(web_routes(
              std::move(rows),
              {.database = database,
               .clock = clock,
               .sessions = [this](std::string_view token, Moment) { return session_of(token); }})),
          ErrorPage())) {}

ApiClient::ApiClient(std::vector<ApiRoute> rows, std::vector<Route> routes)
    : rows_(std::move(rows)),
      application_(std::make_unique<Application>(std::move(routes), ErrorPage())) {}

ApiClient::~ApiClient() = default;

Result<Session> ApiClient::session_of(std::string_view token) const {
    const auto actor = actors_.find(token);
    if (actor == actors_.end()) {
        return error(people::agency_unknown, token);
    }
    return Session{.actor = actor->second,
                   .id = actor->first,
                   .csrf_token = std::string(csrf_token) + actor->first};
}

void ApiClient::sign_in(people::Actor actor) {
    const auto token = "token-" + std::to_string(actors_.size() + 1);
    actors_[token] = std::move(actor);
    headers_["Cookie"] = "gongkai=" + token;
    headers_[std::string(csrf_header)] = std::string(csrf_token) + token;
}

void ApiClient::sign_out() {
    headers_.erase("Cookie");
    headers_.erase(std::string(csrf_header));
}

void ApiClient::set_header(std::string name, std::string value) {
    headers_[std::move(name)] = std::move(value);
}

Response ApiClient::get(std::string_view target) {
    return send(Method::get, target, "", "");
}

Response ApiClient::post(std::string_view target, std::string_view json) {
    return send(Method::post, target, "application/json", json);
}

Response ApiClient::put(std::string_view target, std::string_view json) {
    return send(Method::put, target, "application/json", json);
}

Response ApiClient::patch(std::string_view target, std::string_view json) {
    return send(Method::patch, target, "application/json", json);
}

Response ApiClient::del(std::string_view target, std::string_view json) {
    return send(Method::del, target, json.empty() ? "" : "application/json", json);
}

Response ApiClient::post_file(std::string_view target, std::string_view field,
                              std::string_view file_name, std::string_view bytes,
                              const Parameters& fields) {
    std::string body;
    for (const auto& [name, value] : fields) {
        body += "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
                "\r\n";
    }
    body.append("--limit\r\nContent-Disposition: form-data; name=\"")
        .append(field)
        .append("\"; filename=\"")
        .append(file_name)
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .append(bytes)
        .append("\r\n--limit--\r\n");
    return send(Method::post, target, "multipart/form-data; boundary=limit", body);
}

Response ApiClient::send(Method method, std::string_view target, std::string_view content_type,
                         std::string_view body) {
    const auto read = read_target(target);
    if (!read) {
        ADD_FAILURE() << "no target: " << target;
        return {};
    }
    Request request;
    request.method = method;
    request.path = read->path;
    request.query = read->query;
    request.client_address = "192.0.2.1";
    request.request_id = "test";
    request.headers.add("Host", "office.example");
    for (const auto& [name, value] : headers_) {
        request.headers.add(name, value);
    }
    if (!content_type.empty()) {
        request.headers.add("Content-Type", std::string(content_type));
    }
    auto admission = application_->admit(request);
    if (admission.answer) {
        return *std::move(admission.answer);
    }
    // What the server does while it reads the body.
    if (body.size() > admission.body_bytes_max) {
        return application_->refuse(Refusal::body_too_large, request);
    }
    request.body = body;
    auto response = admission.run(request);
    expect_declared(request, response);
    return response;
}

void ApiClient::expect_declared(const Request& request, const Response& response) const {
    EXPECT_NE(response.status, 500) << response.bytes();
    if (response.status >= first_error_status) {
        return;
    }
    std::vector<Route> routes;
    for (const auto& row : rows_) {
        routes.push_back({.method = row.method,
                          .pattern = row.pattern,
                          .permission = people::Permission::everyone,
                          .audience = Audience::api,
                          .limits = {},
                          .handler = [](const Request&) { return Response(); }});
    }
    const Router router(std::move(routes));
    const auto match = router.match(request.method, request.path);
    if (match.route == nullptr) {
        return;
    }
    const auto row = std::ranges::find_if(rows_, [&match](const ApiRoute& each) {
        return each.method == match.route->method && each.pattern == match.route->pattern;
    });
    EXPECT_EQ(response.status, row->status) << row->pattern;
    if (row->answer) {
        auto value = json_of(response);
        for (const auto& problem : hold_against(*row->answer, value, "", "")) {
            ADD_FAILURE() << row->pattern << ": " << problem.code << " at " << problem.field << ": "
                          << problem.message;
        }
    } else if (row->media_type != "application/octet-stream" && !row->media_type.empty()) {
        EXPECT_EQ(response.headers.get("Content-Type"), row->media_type);
    }
}

}  // namespace gk::web::api
