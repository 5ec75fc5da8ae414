// An Error as an answer: a page for people, problem JSON (RFC 9457) for programs.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "web/http/message.hpp"
#include "web/route.hpp"

namespace gk::web {

// What an error page shows. The views last as long as the call.
struct ErrorView {
    int status;
    std::string_view kind;   // "invalid", "refused", "not_found", "conflict" or "fault"
    std::string_view title;  // Chinese, a few words.
    std::span<const Problem> problems;
    std::string_view path;  // Empty where the request could not be read.
    std::string_view request_id;
};

// A whole HTML page of it.
using ErrorPage = std::function<std::string(const ErrorView&)>;

// invalid 422, refused 403, conflict 409; forbidden and not_found alike 404, so that nobody learns
// of a thing by being kept from it.
[[nodiscard]] int status(ErrorKind kind);

// {"type":"about:blank","title":…,"status":…,"detail":…,"instance":"urn:gongkai:request:…",
//  "kind":…,"problems":[{"code":…,"field":…,"message":…,"hint":…,
//  "basis":{"instrument":…,"article":…,"text":…}}]}
[[nodiscard]] std::string problem_json(const ErrorView& view);

// `status` is status(error.kind()) unless HTTP has a closer one.
[[nodiscard]] Response error_answer(const Error& error, int status, const Request& request,
                                    Audience audience, const ErrorPage& page);
// For a Fault or a Bug: says the number of the request and nothing of the cause.
[[nodiscard]] Response fault_answer(const Request& request, Audience audience,
                                    const ErrorPage& page);

}  // namespace gk::web
