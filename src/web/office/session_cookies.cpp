#include "web/office/session_cookies.hpp"

#include <utility>

#include "web/api/session.hpp"
#include "web/cookie.hpp"

namespace gk::web::office {

namespace {

constexpr std::string_view device_cookie = "gongkai-device";
constexpr std::string_view device_seconds = "15552000";  // 180 days.

}  // namespace

people::Origin origin_of(const Request& request) {
    return {.address = request.client_address,
            .user_agent = std::string(request.headers.get("User-Agent")),
            .device_token = cookie(request, device_cookie).value_or("")};
}

void set_session_cookies(Response& response, const Request& request,
                         const people::SignedIn& signed_in) {
    api::set_session_cookie(response, request, signed_in.token);
    if (signed_in.device_token.empty()) {
        return;
    }
    auto line = cookie_name(request, device_cookie);
    line.append("=").append(signed_in.device_token);
    line.append("; Path=/; HttpOnly; SameSite=Strict; Max-Age=").append(device_seconds);
    line.append(request.is_secure ? "; Secure" : "");
    response.headers.add("Set-Cookie", std::move(line));
}

}  // namespace gk::web::office
