// Who asks: the session of the cookie, as the API is told of it. `people` keeps the sessions; the
// API knows them through SessionSource alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "people/actor.hpp"
#include "web/http/message.hpp"

namespace gk::web::api {

struct Session {
    people::Actor actor;
    std::string id;          // For the list of sessions; not the token.
    std::string csrf_token;  // Every change must bring it along in X-CSRF-Token.
};

// The session of a token that came in the cookie. Asked on a worker, once for a request. What it
// refuses is shown: `not_found` and `forbidden` as web.not_signed_in (401), all else as it is, for
// example an account that must set a new password first.
using SessionSource = std::function<Result<Session>(std::string_view token, Moment now)>;

// The value of the session's cookie, "__Host-gongkai" or, where an operator serves without TLS,
// plainly "gongkai"; nothing where there is none, or more than one.
[[nodiscard]] std::optional<std::string> session_token(const Request& request);

// Sets the cookie: Path=/, HttpOnly, SameSite=Lax, with TLS Secure; until the browser is closed.
void set_session_cookie(Response& response, const Request& request, std::string_view token);
void clear_session_cookie(Response& response, const Request& request);

inline constexpr std::string_view csrf_header = "X-CSRF-Token";

// In the same time for any two texts of the same length.
[[nodiscard]] bool is_same_secret(std::string_view one, std::string_view other);

}  // namespace gk::web::api
