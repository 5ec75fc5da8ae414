#include "web/application.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "base/log.hpp"
#include "base/text.hpp"
#include "web/cross_site.hpp"
#include "web/errors.hpp"

namespace gk::web {

namespace {

constexpr std::string_view retry_after_seconds = "5";

// Of a path that no row serves, or that could not be read.
Audience audience_of(const Request& request) {
    return request.path.starts_with("/api/") ? Audience::api : Audience::page;
}

bool is_safe(Method method) {
    return method == Method::get || method == Method::head;
}

std::string joined(const std::vector<Method>& methods) {
    std::vector<std::string> names;
    for (const auto method : methods) {
        names.emplace_back(key(method));
    }
    return text::join(names, ", ");
}

// Path and variants, or empty where the query has a name that makes no variant.
std::optional<std::string> page_key(const Route& route, const Request& request) {
    for (const auto& [name, value] : request.query) {
        if (std::ranges::find(route.variants, name) == route.variants.end()) {
            return std::nullopt;
        }
    }
    std::string key = request.path;
    for (const auto& variant : route.variants) {
        key += '\0';
        if (const auto value = find(request.query, variant)) {
            key.append("=").append(*value);
        }
    }
    return key;
}

Error error_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::malformed:
            return error(malformed_request);
        case Refusal::method_not_allowed:
            return error(method_not_allowed, "OPTIONS、TRACE、CONNECT", "GET, HEAD");
        case Refusal::body_too_large:
            return error(body_too_large);
        case Refusal::target_too_long:
            return error(target_too_long);
        case Refusal::expectation_failed:
            return error(expectation_failed);
        case Refusal::head_too_large:
            return error(head_too_large);
        case Refusal::method_unknown:
            return error(method_unknown);
        case Refusal::busy:
            return error(busy);
    }
    GK_ASSERT(!"a refusal");
    return error(malformed_request);
}

}  // namespace

Application::Application(std::vector<Route> routes, ErrorPage error_page)
    : router_(std::move(routes)), error_page_(std::move(error_page)) {}

Admission Application::admit(Request& head) {
    auto match = router_.match(head.method, head.path);
    if (!match.is_path_known()) {
        return {.answer = say(error(not_found), 404, head, audience_of(head)), .run = {}};
    }
    if (match.route == nullptr) {
        const auto allowed = joined(match.allowed);
        auto answer =
            say(error(method_not_allowed, key(head.method), allowed), 405, head, audience_of(head));
        answer.headers.set("Allow", allowed);
        return {.answer = std::move(answer), .run = {}};
    }
    const auto& route = *match.route;
    head.arguments = std::move(match.arguments);
    if (!is_safe(head.method) && !is_from_this_site(head, route.audience)) {
        return {.answer = say(error(cross_site), 403, head, route.audience), .run = {}};
    }
    if (route.runs == Runs::on_io_thread) {
        return {.answer = run(route, head), .run = {}};
    }
    const auto key = route.caching == Caching::until_commit ? page_key(route, head) : std::nullopt;
    if (!key) {
        return {.answer = {},
                .run = [this, &route](const Request& request) { return run(route, request); },
                .body_bytes_max = route.limits.body_bytes_max};
    }
    if (const auto page = pages_.find(*key)) {
        return {.answer = page->answer(head), .run = {}};
    }
    return {.answer = {}, .run = [this, &route, key = *key](const Request& request) {
                return run_and_keep(route, key, request);
            }};
}

Response Application::refuse(Refusal refusal, const Request& head) {
    auto answer = say(error_of(refusal), status(refusal), head, audience_of(head));
    if (refusal == Refusal::method_not_allowed) {
        answer.headers.set("Allow", "GET, HEAD");
    }
    if (refusal == Refusal::busy) {
        answer.headers.set("Retry-After", std::string(retry_after_seconds));
    }
    return answer;
}

Response Application::fail(const Request& request, std::string_view cause) {
    return fault_shown(request, audience_of(request), cause);
}

void Application::answered(const AccessRecord& record) {
    log::write(log::Level::info, "request",
               {{"request_id", record.request_id},
                {"method", record.method},
                {"path", record.path},
                {"status", std::int64_t{record.status}},
                {"bytes", static_cast<std::int64_t>(record.bytes)},
                {"microseconds", record.duration.count()}});
}

Response Application::run(const Route& route, const Request& request) const {
    try {
        auto result = route.handler(request);
        if (!result) {
            return say(result.error(), status(result.error().kind()), request, route.audience);
        }
        auto response = *std::move(result);
        if (!response.headers.has("Cache-Control")) {
            response.headers.set("Cache-Control", "no-store");
        }
        return response;
    } catch (const std::exception& exception) {
        return fault_shown(request, route.audience, exception.what());
    }
}

Response Application::run_and_keep(const Route& route, const std::string& key,
                                   const Request& request) {
    const auto version = pages_.version();
    auto response = run(route, request);
    if (response.status != 200) {
        return response;
    }
    response.headers.set("Cache-Control", "no-cache");
    const auto page = std::make_shared<const Representation>(std::move(response), Effort::once);
    pages_.put(key, version, page);
    return page->answer(request);
}

// The page of an error may fail like any other; problem JSON does not.
Response Application::say(const Error& error, int status, const Request& request,
                          Audience audience) const {
    try {
        return error_answer(error, status, request, audience, error_page_);
    } catch (const std::exception& exception) {
        return fault_shown(request, Audience::api, exception.what());
    }
}

Response Application::fault_shown(const Request& request, Audience audience,
                                  std::string_view cause) const {
    log::write(log::Level::error, "fault",
               {{"request_id", request.request_id}, {"path", request.path}, {"cause", cause}});
    try {
        return fault_answer(request, audience, error_page_);
    } catch (const std::exception&) {
        return fault_answer(request, Audience::api, {});
    }
}

}  // namespace gk::web
