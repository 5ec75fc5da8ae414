#include "web/office/own_session.hpp"

#include <utility>

namespace gk::web::office {

Result<OwnSession> own_session(const api::Call& call, const people::AccountDesk& desk) {
    auto token = api::session_token(call.request);
    if (!token) {
        return error(api::not_signed_in);
    }
    auto whose = people::actor_of_session(desk.database, *token, call.now);
    if (!whose) {
        return error(api::not_signed_in);
    }
    const bool is_change = call.request.method != Method::get;
    if (is_change &&
        !people::is_csrf_token_of(*token, call.request.headers.get(api::csrf_header))) {
        return error(api::csrf_token_wrong);
    }
    return OwnSession{*std::move(token), *std::move(whose)};
}

}  // namespace gk::web::office
