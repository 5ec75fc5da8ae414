#include "web/api/session.hpp"

#include "web/cookie.hpp"

namespace gk::web::api {

namespace {

constexpr std::string_view name = "gongkai";

}  // namespace

std::optional<std::string> session_token(const Request& request) {
    return cookie(request, name);
}

void set_session_cookie(Response& response, const Request& request, std::string_view token) {
    set_cookie(response, request, name, token);
}

void clear_session_cookie(Response& response, const Request& request) {
    clear_cookie(response, request, name);
}

bool is_same_secret(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) {
        return false;
    }
    unsigned difference = 0;
    for (std::size_t at = 0; at < one.size(); ++at) {
        difference |= static_cast<unsigned char>(one[at]) ^ static_cast<unsigned char>(other[at]);
    }
    return difference == 0;
}

}  // namespace gk::web::api
