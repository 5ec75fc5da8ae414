// The session of a request whose signing in need not be complete.
#pragma once

#include <string>

#include "people/account_desk.hpp"
#include "people/session_service.hpp"
#include "web/api/api_route.hpp"
#include "web/api/errors.hpp"
#include "web/error_answer.hpp"

namespace gk::web::office {

struct OwnSession {
    std::string token;
    people::SessionActor whose;
};

// Refuses not_signed_in and, for a change, csrf_token_wrong, as the kit does.
[[nodiscard]] Result<OwnSession> own_session(const api::Call& call,
                                             const people::AccountDesk& desk);

// What the function answers for the session; 401 where there is none.
template <typename Function>
Result<Response> with_own_session(const api::Call& call, const people::AccountDesk& desk,
                                  const Function& function) {
    constexpr int unauthorized = 401;
    const auto own = own_session(call, desk);
    if (own) {
        return function(*own);
    }
    if (own.error().first().code == api::not_signed_in.code) {
        return error_answer(own.error(), unauthorized, call.request, Audience::api, {});
    }
    return own.error();
}

}  // namespace gk::web::office
