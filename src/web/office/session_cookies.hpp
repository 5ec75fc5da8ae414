// The cookies of signing in: of the session, and the one by which a browser is known.
#pragma once

#include "people/account_desk.hpp"
#include "web/http/message.hpp"

namespace gk::web::office {

[[nodiscard]] people::Origin origin_of(const Request& request);

// Of a session that began or goes on under a new token.
void set_session_cookies(Response& response, const Request& request,
                         const people::SignedIn& signed_in);

}  // namespace gk::web::office
