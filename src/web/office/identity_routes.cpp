#include "web/office/identity_routes.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "people/sign_in_service.hpp"
#include "web/cookie.hpp"
#include "web/office/errors.hpp"
#include "web/office/identity_service.hpp"
#include "web/office/session_cookies.hpp"

namespace gk::web::office {

namespace {

// What is kept in the browser while its user is at the identity service.
constexpr std::string_view attempt_cookie = "gongkai-identity";
constexpr int found = 302;

Response sent_on(std::string address) {
    Response response;
    response.status = found;
    response.headers.set("Location", std::move(address));
    return response;
}

Result<Response> leave(const Request& request, const OfficeServices& services) {
    if (services.identity == nullptr) {
        return error(identity_off);
    }
    const auto attempt = new_identity_attempt();
    GK_TRY(auto address, services.identity->address_for(attempt));
    auto response = sent_on(std::move(address));
    set_cookie(response, request, attempt_cookie,
               fmt::format("{}.{}.{}", attempt.state, attempt.nonce, attempt.verifier));
    return response;
}

// The attempt that this browser began, if what it brings back belongs to it.
Result<IdentityAttempt> attempt_of(const Request& request) {
    const auto kept = cookie(request, attempt_cookie).value_or("");
    const auto parts = text::split(kept, '.');
    const auto state = find(request.query, "state");
    if (parts.size() != 3 || !state || parts[0] != *state) {
        return error(identity_refused);
    }
    return IdentityAttempt{.state = std::string(parts[0]),
                           .nonce = std::string(parts[1]),
                           .verifier = std::string(parts[2])};
}

Result<Response> come_back(const Request& request, const OfficeServices& services) {
    if (services.identity == nullptr || services.accounts == nullptr) {
        return error(identity_off);
    }
    const auto now = services.clock.now();
    GK_TRY(const auto attempt, attempt_of(request));
    const auto code = find(request.query, "code");
    if (!code) {
        return error(identity_refused);
    }
    GK_TRY(const auto subject, services.identity->subject_for(*code, attempt, now));
    const auto done = people::sign_in_as(*services.accounts, subject, origin_of(request), now);
    if (!done) {
        return error(identity_unknown);
    }
    auto response = sent_on("/office/");
    clear_cookie(response, request, attempt_cookie);
    set_session_cookies(response, request, *done);
    return response;
}

using Verb = Result<Response> (*)(const Request&, const OfficeServices&);

Route row(std::string path, const OfficeServices& services, Verb verb) {
    return {
        .method = Method::get,
        .pattern = std::move(path),
        .permission = people::Permission::everyone,
        .audience = Audience::page,
        .limits = {},
        .handler = [services, verb](const Request& request) { return verb(request, services); }};
}

}  // namespace

std::vector<Route> identity_routes(const OfficeServices& services) {
    return {row("/office/identity", services, leave),
            row("/office/identity/return", services, come_back)};
}

}  // namespace gk::web::office
