#include "web/cookie.hpp"

#include "base/text.hpp"

namespace gk::web {

namespace {

std::string cookie_line(const Request& request, std::string_view name, std::string_view value) {
    std::string line = cookie_name(request, name);
    line.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Lax");
    if (request.is_secure) {
        line += "; Secure";
    }
    return line;
}

}  // namespace

std::string cookie_name(const Request& request, std::string_view name) {
    return (request.is_secure ? "__Host-" : "") + std::string(name);
}

std::optional<std::string> cookie(const Request& request, std::string_view name) {
    const auto wanted = cookie_name(request, name);
    std::optional<std::string> found;
    for (const auto& [header, line] : request.headers.all()) {
        if (text::lower_ascii(header) != "cookie") {
            continue;
        }
        for (const auto part : text::split(line, ';')) {
            const auto pair = text::trim(part);
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos || pair.substr(0, equals) != wanted) {
                continue;
            }
            if (found) {
                return std::nullopt;
            }
            found = std::string(pair.substr(equals + 1));
        }
    }
    return found && !found->empty() ? found : std::nullopt;
}

void set_cookie(Response& response, const Request& request, std::string_view name,
                std::string_view value) {
    response.headers.add("Set-Cookie", cookie_line(request, name, value));
}

void clear_cookie(Response& response, const Request& request, std::string_view name) {
    response.headers.add("Set-Cookie", cookie_line(request, name, "") + "; Max-Age=0");
}

}  // namespace gk::web
