#include "web/error_answer.hpp"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/assert.hpp"
#include "law/citation_text.hpp"
#include "web/errors.hpp"

namespace gk::web {

namespace {

namespace json = boost::json;

std::string_view title(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid:
            return "填写的内容有误";
        case ErrorKind::refused:
            return "不能办理";
        case ErrorKind::forbidden:
        case ErrorKind::not_found:
            return "没有找到";
        case ErrorKind::conflict:
            return "内容已被他人修改";
    }
    GK_ASSERT(!"a kind of error");
    return {};
}

json::object json_of(const Citation& basis) {
    json::object object;
    object["instrument"] = json::string_view(basis.instrument);
    const std::pair<const char*, int> parts[] = {
        {"article", basis.article}, {"paragraph", basis.paragraph}, {"item", basis.item}};
    for (const auto& [name, number] : parts) {
        if (number != 0) {
            object[name] = number;
        }
    }
    object["text"] = law::citation_text(basis);
    return object;
}

json::object json_of(const Problem& problem) {
    json::object object;
    object["code"] = problem.code;
    if (!problem.field.empty()) {
        object["field"] = problem.field;
    }
    object["message"] = problem.message;
    if (!problem.hint.empty()) {
        object["hint"] = problem.hint;
    }
    if (!problem.basis.empty()) {
        object["basis"] = json_of(problem.basis);
    }
    return object;
}

Response answer(const ErrorView& view, Audience audience, const ErrorPage& page) {
    Response response;
    response.status = view.status;
    response.headers.set("Cache-Control", "no-store");
    if (audience == Audience::page && page) {
        response.headers.set("Content-Type", "text/html; charset=utf-8");
        response.body = page(view);
    } else {
        response.headers.set("Content-Type", "application/problem+json");
        response.body = problem_json(view);
    }
    return response;
}

}  // namespace

int status(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid:
            return 422;
        case ErrorKind::refused:
            return 403;
        case ErrorKind::forbidden:
        case ErrorKind::not_found:
            return 404;
        case ErrorKind::conflict:
            return 409;
    }
    GK_ASSERT(!"a kind of error");
    return 500;
}

std::string problem_json(const ErrorView& view) {
    json::array problems;
    for (const auto& problem : view.problems) {
        problems.push_back(json_of(problem));
    }
    json::object object;
    object["type"] = "about:blank";
    object["title"] = json::string_view(view.title);
    object["status"] = view.status;
    object["detail"] = view.problems.front().message;
    object["instance"] = "urn:gongkai:request:" + std::string(view.request_id);
    object["kind"] = json::string_view(view.kind);
    object["problems"] = std::move(problems);
    return json::serialize(object);
}

Response error_answer(const Error& error, int status, const Request& request, Audience audience,
                      const ErrorPage& page) {
    const auto kind = error.kind() == ErrorKind::forbidden ? ErrorKind::not_found : error.kind();
    return answer({.status = status,
                   .kind = key(kind),
                   .title = title(kind),
                   .problems = error.problems(),
                   .path = request.path,
                   .request_id = request.request_id},
                  audience, page);
}

Response fault_answer(const Request& request, Audience audience, const ErrorPage& page) {
    const Problem shown[] = {problem(fault, request.request_id)};
    return answer({.status = 500,
                   .kind = "fault",
                   .title = "系统暂时无法处理",
                   .problems = shown,
                   .path = request.path,
                   .request_id = request.request_id},
                  audience, page);
}

}  // namespace gk::web
