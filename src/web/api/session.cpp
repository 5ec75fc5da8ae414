#include "web/api/session.hpp"

#include "base/text.hpp"

namespace gk::web::api {

namespace {

std::string cookie_line(const Request& request, std::string_view value) {
    std::string line(session_cookie(request));
    line.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Lax");
    if (request.is_secure) {
        line += "; Secure";
    }
    return line;
}

}  // namespace

std::string_view session_cookie(const Request& request) {
    return request.is_secure ? "__Host-gongkai" : "gongkai";
}

std::optional<std::string> session_token(const Request& request) {
    std::optional<std::string> token;
    for (const auto& [name, line] : request.headers.all()) {
        if (text::lower_ascii(name) != "cookie") {
            continue;
        }
        for (const auto part : text::split(line, ';')) {
            const auto pair = text::trim(part);
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos ||
                pair.substr(0, equals) != session_cookie(request)) {
                continue;
            }
            if (token) {
                return std::nullopt;
            }
            token = std::string(pair.substr(equals + 1));
        }
    }
    return token && !token->empty() ? token : std::nullopt;
}

void set_session_cookie(Response& response, const Request& request, std::string_view token) {
    response.headers.add("Set-Cookie", cookie_line(request, token));
}

void clear_session_cookie(Response& response, const Request& request) {
    response.headers.add("Set-Cookie", cookie_line(request, "") + "; Max-Age=0");
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
